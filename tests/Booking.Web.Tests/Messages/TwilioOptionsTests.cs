using System.ComponentModel.DataAnnotations;
using Xunit;

namespace Booking.Web.Tests;

public sealed class TwilioOptionsTests
{
    [Fact]
    public void No_account_at_all_is_fine() => Assert.True(IsValid(_ => { }, new()));

    [Fact]
    public void A_whole_account_is_fine() => Assert.True(IsValid(_ => { }));

    [Fact]
    public void Half_an_account_stops_the_start()
    {
        Assert.False(IsValid(account => account.AccountSid = null));
        Assert.False(IsValid(account => account.AuthToken = null));
        Assert.False(IsValid(account => account.From = null));
        Assert.False(IsValid(account => account.MessagingServiceSid = "MG" + new string('1', 32)));
        Assert.False(IsValid(account => account.ApiKeySid = "SK" + new string('1', 32)));
        Assert.False(IsValid(account => account.ApiKeySecret = "secret"));
    }

    [Theory]
    [InlineData("WestHill", true)]
    [InlineData("West Hill", true)]
    [InlineData("West Hill Physio", false)]
    [InlineData("12345", false)]
    [InlineData("07700 900999", false)]
    public void A_sender_is_a_number_or_a_short_name(string from, bool valid) =>
        Assert.Equal(valid, IsValid(account => account.From = from));

    [Theory]
    [InlineData(TwilioServer.From, null, true)]
    [InlineData("WestHill", null, false)]
    [InlineData(null, "MG11111111111111111111111111111111", true)]
    public void A_number_can_be_answered_and_a_name_cannot(string? from, string? service, bool can) =>
        Assert.Equal(can, new TwilioOptions { From = from, MessagingServiceSid = service }.CanBeAnswered);

    [Theory]
    [InlineData("https://api.twilio.com", true)]
    [InlineData("http://127.0.0.1:5000", true)]
    [InlineData("http://api.twilio.com", false)]
    public void The_accounts_secret_never_goes_over_an_open_line(string address, bool valid) =>
        Assert.Equal(valid, IsValid(account => account.BaseAddress = new(address)));

    private static bool IsValid(Action<TwilioOptions> change, TwilioOptions? account = null)
    {
        account ??= new TwilioOptions { AccountSid = TwilioServer.AccountSid, AuthToken = "token", From = TwilioServer.From };
        change(account);
        return Validator.TryValidateObject(account, new(account), null, validateAllProperties: true);
    }
}
