using System.ComponentModel.DataAnnotations;
using Xunit;

namespace Booking.Web.Tests;

public sealed class MailOptionsTests
{
    [Fact]
    public void No_server_at_all_is_fine() => Assert.True(IsValid(_ => { }, new()));

    [Fact]
    public void A_whole_server_is_fine() => Assert.True(IsValid(_ => { }));

    [Fact]
    public void A_server_that_asks_nobody_who_they_are_is_fine() =>
        Assert.True(IsValid(server => (server.User, server.Password) = (null, null)));

    [Fact]
    public void Half_a_server_stops_the_start()
    {
        Assert.False(IsValid(server => server.Host = null));
        Assert.False(IsValid(server => server.From = null));
        Assert.False(IsValid(server => server.User = null));
        Assert.False(IsValid(server => server.Password = null));
        Assert.False(IsValid(server => server.Port = 0));
        Assert.False(IsValid(server => server.Security = (MailSecurity)9));
    }

    [Theory]
    [InlineData("desk@clinic.example", true)]
    [InlineData("West Hill Physiotherapy <desk@clinic.example>", true)]
    [InlineData("desk", false)]
    [InlineData("desk@clinic.example, other@clinic.example", false)]
    public void It_comes_from_one_address(string from, bool valid) =>
        Assert.Equal(valid, IsValid(server => server.From = from));

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("localhost", true)]
    [InlineData("mail.example", false)]
    public void Nothing_goes_over_an_open_line_to_another_machine(string host, bool valid) =>
        Assert.Equal(valid, IsValid(server => (server.Host, server.Security) = (host, MailSecurity.None)));

    private static bool IsValid(Action<MailOptions> change, MailOptions? server = null)
    {
        server ??= new MailOptions { Host = "mail.example", User = "clinic", Password = "secret", From = "desk@clinic.example" };
        change(server);
        return Validator.TryValidateObject(server, new(server), null, validateAllProperties: true);
    }
}
