using System.Net;
using Booking.Data;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Everybody changes their own password, if they know the present one.</summary>
public sealed class AccountTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    private const string Other = "lantern walrus forty";

    [Fact]
    public async Task A_changed_password_is_the_only_one_and_ends_sessions_elsewhere()
    {
        var amy = await clinic.EmployAsync("Amy Patel", StaffRole.Receptionist);
        var (desk, _) = await clinic.SignInAsync(amy);
        var (phone, _) = await clinic.SignInAsync(amy);

        var page = await ChangeAsync(desk, StaffedClinic.Password, Other);

        Assert.Contains("Your password is changed", page.Text, StringComparison.Ordinal);
        clinic.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("/staff/account", (await desk.OpenAsync("/staff/account")).Address.AbsolutePath);
        Assert.Equal("/staff/sign-in", (await phone.OpenAsync("/staff/account")).Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.BadRequest, (await clinic.SignInAsync(amy)).Page.Status);
        Assert.Equal(HttpStatusCode.OK, (await clinic.SignInAsync(amy, Other)).Page.Status);
        desk.Dispose();
        phone.Dispose();
    }

    [Theory]
    [InlineData("not my password", Other, "That is not your present password.")]
    [InlineData("", Other, "Enter your present password")]
    [InlineData(StaffedClinic.Password, "", "Enter a password")]
    [InlineData(StaffedClinic.Password, "too short", "Use 15 characters or more")]
    [InlineData(StaffedClinic.Password, "RobinReceptionist2026!", "That is too easy to guess")]
    public async Task A_bad_form_changes_nothing(string present, string chosen, string words)
    {
        var amy = await clinic.EmployAsync("Robin Receptionist", StaffRole.Receptionist);
        var (visitor, _) = await clinic.SignInAsync(amy);

        var page = await ChangeAsync(visitor, present, chosen);

        visitor.Dispose();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await clinic.SignInAsync(amy)).Page.Status);
    }

    private static async Task<Page> ChangeAsync(Visitor visitor, string present, string chosen) => await visitor.PressAsync(
        await visitor.OpenAsync("/staff/account"),
        "Change password",
        ("Present password", present),
        ("New password", chosen),
        ("The same password again", chosen));
}
