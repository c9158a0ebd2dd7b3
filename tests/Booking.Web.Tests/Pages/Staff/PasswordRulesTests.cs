using Booking.Data;
using Microsoft.Extensions.Options;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>A password is long and is not one that anybody would try; what signs are in it is nobody's business.</summary>
public sealed class PasswordRulesTests
{
    private static readonly StaffMember Amy = StaffMember.New("Amy Patel", "amy.patel@westhill.example", StaffRole.Receptionist);

    private static readonly PasswordRules Rules = new(Options.Create(new ClinicOptions
    {
        Name = "West Hill Physiotherapy",
        Address = "Tower Road, Dartford, Kent, DA1 2EU",
        Telephone = "01322 275 402",
        Email = "info@clinic.example",
        PublicBaseUrl = new Uri("https://clinic.example"),
        MapUrl = new Uri("https://map.example"),
    }));

    [Theory]
    [InlineData("teapot gravel nineteen")]
    [InlineData("zebra umbrella pickle")]
    [InlineData("kX92-bqLm-77aZ-pe")]
    [InlineData("we went to see the ducks twice")]
    [InlineData("чайник гравий девять")]
    [InlineData("電車で毎朝図書館へ通っていますよね")]
    [InlineData("I were treed in Guernsey")]
    public void A_long_password_of_ones_own_will_do(string password) => Assert.Null(Rules.WhyNot(password, Amy));

    [Theory]
    [InlineData("short")]
    [InlineData("14 characters!")]
    public void A_short_one_will_not(string password) => Assert.Contains("15 characters or more", Rules.WhyNot(password, Amy), StringComparison.Ordinal);

    [Fact]
    public void It_may_be_128_characters_long_and_no_longer()
    {
        var longest = string.Concat(Enumerable.Range(0, 64).Select(i => (char)('a' + (i * 7 % 26)) + $"{i % 7}"));

        Assert.Null(Rules.WhyNot(longest, Amy));
        Assert.Contains("128 characters or fewer", Rules.WhyNot(longest + "x", Amy), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("Password123456789")]
    [InlineData("P@ssw0rd!P@ssw0rd!")]
    [InlineData("correct horse battery staple")]
    [InlineData("iloveyou1234567890")]
    [InlineData("qwertyuiopasdfghjkl")]
    [InlineData("1qaz2wsx3edc4rfv")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("abcdefghijklmnopqrstuvwxyz")]
    [InlineData("98765432109876543210")]
    [InlineData("xk7xk7xk7xk7xk7xk7")]
    [InlineData("manchesterunited1999")]
    [InlineData("sunshine in September 2026")]
    [InlineData("letmeinletmeinletmein")]
    [InlineData("               ")]
    public void One_that_anybody_would_try_will_not(string password) => AssertGuessable(password);

    [Theory]
    [InlineData("WestHillPhysiotherapy")]
    [InlineData("west-hill-dartford-2026")]
    [InlineData("amypatelamypatel1")]
    [InlineData("Amy Patel Receptionist")]
    [InlineData("Patel@westhill.example")]
    public void Nor_will_the_clinic_or_ones_own_name(string password) => AssertGuessable(password);

    private static void AssertGuessable(string password) =>
        Assert.Contains("too easy to guess", Rules.WhyNot(password, Amy), StringComparison.Ordinal);
}
