using System.Net;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>A form filled in badly comes back with what was typed, says beside each field what to do, and books nothing.</summary>
public sealed class DetailsBadlyFilledTests(TestClinic clinic) : ClinicTests(clinic)
{
    [Theory]
    [InlineData("Full name", "", "Input.FullName", "Enter your full name")]
    [InlineData("Full name", "   ", "Input.FullName", "Enter your full name")]
    [InlineData("Full name", "123", "Input.FullName", "Enter your full name, in 100 letters or fewer")]
    [InlineData("Full name", "Jo\u202eBloggs", "Input.FullName", "Enter your full name, in 100 letters or fewer")]
    [InlineData("Mobile number", "", "Input.Mobile", "Enter your mobile number")]
    [InlineData("Mobile number", "07700 90012", "Input.Mobile", "Enter a telephone number like 07700 900123")]
    [InlineData("Mobile number", "ring me", "Input.Mobile", "Enter a telephone number like 07700 900123")]
    [InlineData("Mobile number", "07700 900123 or 900124", "Input.Mobile", "Enter a telephone number like 07700 900123")]
    [InlineData("Email (optional)", "jo", "Input.Email", "Enter an email address like name@example.com")]
    [InlineData("Email (optional)", "jo@", "Input.Email", "Enter an email address like name@example.com")]
    [InlineData("Email (optional)", "jo@gmail", "Input.Email", "Enter an email address like name@example.com")]
    [InlineData("Email (optional)", "jo@example.com\r\nBcc: x@y.z", "Input.Email", "Enter an email address like name@example.com")]
    public async Task A_field_that_is_wrong_is_said_at_the_top_and_beside_it(string field, string typed, string name, string error)
    {
        using var jo = Clinic.Visit();
        var details = await jo.HoldAsync("2026-11-24 09:00", "aisha-khan");
        var before = await Clinic.TallyAsync();

        var answer = await jo.PressAsync(details, "Book this appointment",
            [.. Good.Where(good => good.Field != field), (field, typed)]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        var box = answer.Document.QuerySelector($"[name='{name}']")!;
        Assert.Equal("true", box.GetAttribute("aria-invalid"));
        Assert.Equal(error, answer.Document.GetElementById($"{box.Id}-error")!.TextContent);
        Assert.Contains($"{box.Id}-error", box.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Equal(error, answer.Document.QuerySelector($".summary a[href='#{box.Id}']")!.TextContent);
        Assert.All(Good.Where(good => good.Field != field), good =>
            Assert.Contains(good.Value, answer.Document.QuerySelectorAll("main input").Select(input => input.GetAttribute("value"))));
        Assert.Equal(before, await Clinic.TallyAsync());
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_and_then_put_right()
    {
        using var jo = Clinic.Visit();
        var details = await jo.HoldAsync("2026-11-24 09:00", "aisha-khan");

        var wrong = await jo.ConfirmAsync(details, name: new string('x', 101), mobile: "07700", email: "jo@");
        var booked = await jo.ConfirmAsync(wrong, email: "jo@example.com");

        Assert.Equal(
            ["#Input_FullName", "#Input_Mobile", "#Input_Email"],
            wrong.Document.QuerySelectorAll(".summary a").Select(link => link.GetAttribute("href")));
        Assert.Equal(("07700", "jo@"), (wrong.Typed("Input.Mobile"), wrong.Typed("Input.Email")));
        Assert.Contains("You are booked", booked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_comes_back_as_text_and_never_runs()
    {
        using var jo = Clinic.Visit();
        var details = await jo.HoldAsync("2026-11-24 09:00", "aisha-khan");

        var answer = await jo.ConfirmAsync(details, name: "\"><script>alert(1)</script>", mobile: "'\"><img src=x>");

        Assert.Equal("\"><script>alert(1)</script>", answer.Typed("Input.FullName"));
        Assert.Equal("'\"><img src=x>", answer.Typed("Input.Mobile"));
        Assert.Empty(answer.Document.QuerySelectorAll("main script, main img"));
    }

    [Fact]
    public async Task A_name_ten_thousand_letters_long_is_no_trouble()
    {
        using var jo = Clinic.Visit();
        var details = await jo.HoldAsync("2026-11-24 09:00", "aisha-khan");

        Assert.Equal(HttpStatusCode.BadRequest, (await jo.ConfirmAsync(details, name: new string('x', 10_000))).Status);
    }

    private static (string Field, string Value)[] Good =>
        [("Full name", "Jo Bloggs"), ("Mobile number", "07700 900123"), ("Email (optional)", "jo@example.com")];
}
