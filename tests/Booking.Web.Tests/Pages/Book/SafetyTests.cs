using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Whoever has a sign that needs a doctor is sent to one, and can book nothing for it.</summary>
public sealed class SafetyTests(TestClinic clinic) : ClinicTests(clinic)
{
    [Fact]
    public async Task Yes_leads_to_the_emergency_advice_with_999_before_the_clinics_number()
    {
        using var jo = Clinic.Visit();

        var advice = await YesAsync(jo);

        Assert.Equal("/book/emergency", advice.Address.AbsolutePath);
        var words = advice.Document.QuerySelector("main")!.TextContent;
        Assert.InRange(words.IndexOf("999", StringComparison.Ordinal), 0, words.IndexOf("01322 275 402", StringComparison.Ordinal));
        Assert.Contains("A&E", words, StringComparison.Ordinal);
        Assert.Contains("111", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/book/sciatica-first-visit")]
    [InlineData("/book/sciatica-first-visit?from=2026-12-01")]
    [InlineData("/book/sciatica-first-visit/check")]
    [InlineData("/book")]
    [InlineData("/book?service=sciatica")]
    public async Task After_yes_no_page_with_times_can_be_reached(string address)
    {
        using var jo = Clinic.Visit();
        await YesAsync(jo);

        var page = await jo.OpenAsync(address);

        Assert.Equal("/book/emergency", page.Address.AbsolutePath);
        Assert.Empty(page.Offered());
    }

    [Fact]
    public async Task After_yes_an_appointment_is_not_moved_to_another_time_either()
    {
        using var jo = Clinic.Visit();
        var booked = await jo.BookAsync("2026-11-26 09:00");
        await YesAsync(jo);

        var page = await jo.OpenAsync($"{booked.Address.AbsolutePath}/move");

        Assert.Equal("/book/emergency", page.Address.AbsolutePath);
    }

    [Fact]
    public async Task After_yes_what_was_already_held_cannot_be_booked()
    {
        using var jo = Clinic.Visit();
        var questions = await jo.OpenAsync("/book/sciatica-first-visit/check");
        var details = await jo.HoldAsync("2026-11-24 09:00", "aisha-khan", "sciatica-first-visit");
        await jo.PressAsync(questions, "Continue", ("Yes, one or more", "Yes"));

        var reopened = await jo.OpenAsync(details.Address.AbsolutePath);
        var confirmed = await jo.ConfirmAsync(details);

        Assert.Equal("/book/emergency", reopened.Address.AbsolutePath);
        Assert.Equal("/book/emergency", confirmed.Address.AbsolutePath);
        Assert.Equal(0, await Clinic.LookAsync(context => context.Appointments.CountAsync()));
    }

    [Fact]
    public async Task After_yes_none_of_these_from_a_page_left_open_does_not_open_the_times_again()
    {
        using var jo = Clinic.Visit();
        var questions = await jo.OpenAsync("/book/sciatica-first-visit");
        await jo.PressAsync(questions, "Continue", ("Yes, one or more", "Yes"));

        var again = await jo.PressAsync(questions, "Continue", ("None of these", "None"));

        Assert.Equal("/book/emergency", again.Address.AbsolutePath);
    }

    [Fact]
    public async Task After_yes_nothing_else_can_be_booked_either()
    {
        using var jo = Clinic.Visit();
        await YesAsync(jo);

        var page = await jo.TimesAsync("sports-injury");

        Assert.Equal("/book/emergency", page.Address.AbsolutePath);
    }

    [Fact]
    public async Task A_held_time_is_not_booked_from_a_browser_that_was_not_asked()
    {
        using var jo = Clinic.Visit();
        using var other = Clinic.Visit();
        var details = await jo.HoldAsync("2026-11-24 09:00", "aisha-khan", "sciatica-first-visit");

        var page = await other.OpenAsync(details.Address.AbsolutePath);

        Assert.EndsWith("/check", page.Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_yes_what_was_already_held_is_not_booked_hours_later_either()
    {
        using var jo = Clinic.Visit();
        var questions = await jo.OpenAsync("/book/sciatica-first-visit/check");
        var details = await jo.HoldAsync("2026-11-24 09:00", "aisha-khan", "sciatica-first-visit");
        await jo.PressAsync(questions, "Continue", ("Yes, one or more", "Yes"));

        Clinic.WindTo("2026-11-23 10:00");
        await jo.ConfirmAsync(details);

        Assert.Equal(0, await Clinic.LookAsync(context => context.Appointments.CountAsync()));
    }

    [Fact]
    public async Task Whoever_left_their_details_open_until_the_questions_changed_is_asked_the_new_ones()
    {
        using var jo = Clinic.Visit();
        var details = await jo.HoldAsync("2026-11-24 09:00", "aisha-khan", "sciatica-first-visit");
        await Clinic.NewWordingAsync("Something new");

        Clinic.WindTo("2026-11-23 10:00");
        var asked = await jo.ConfirmAsync(details);

        Assert.EndsWith("/check", asked.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("The questions have changed", asked.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Clinic.LookAsync(context => context.Appointments.CountAsync()));
    }

    [Fact]
    public async Task No_answer_is_asked_for_again()
    {
        using var jo = Clinic.Visit();
        var questions = await jo.OpenAsync("/book/sciatica-first-visit");

        var again = await jo.PressAsync(questions, "Continue");

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Contains("Choose “Yes” or “None of these”", again.Document.GetElementById("Answer-error")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Answer", "3")]
    [InlineData("Answer", "maybe")]
    [InlineData("Version", "999")]
    [InlineData("Version", "")]
    [InlineData("Extra", "1")]
    public async Task A_forged_answer_opens_nothing(string field, string value)
    {
        using var forger = Clinic.Visit();
        var questions = await forger.OpenAsync("/book/sciatica-first-visit");

        var answer = await forger.ForgeAsync(questions, "Continue",
            [.. new (string Name, string? Value)[] { ("Answer", "None") }.Where(honest => honest.Name != field), (field, value)]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.EndsWith("/check", (await forger.OpenAsync("/book/sciatica-first-visit")).Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_wording_is_asked_of_those_who_answered_the_old_one()
    {
        using var jo = Clinic.Visit();
        await jo.TimesAsync("sciatica-first-visit");

        await Clinic.NewWordingAsync("Something new");
        var asked = await jo.OpenAsync("/book/sciatica-first-visit");

        Assert.EndsWith("/check", asked.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Something new", asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_chooses_a_time_while_the_questions_change_is_asked_the_new_ones_and_finds_their_times_again()
    {
        using var jo = Clinic.Visit();
        var times = await jo.TimesAsync("sciatica-first-visit", "aisha-khan", "2026-12-01");
        await Clinic.NewWordingAsync("Something new");

        var asked = await jo.PressAsync(times, "9:00am");
        var back = await jo.PressAsync(asked, "Continue", ("None of these", "None"));

        Assert.EndsWith("/check", asked.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Something new", asked.Text, StringComparison.Ordinal);
        Assert.Contains("The questions have changed", asked.Text, StringComparison.Ordinal);
        Assert.Equal("/book/sciatica-first-visit", back.Address.AbsolutePath);
        Assert.Contains("with=aisha-khan", back.Address.Query, StringComparison.Ordinal);
        Assert.Equal("2026-12-01T08:00 aisha-khan", back.Offered()[0]);
        Assert.Equal(0, await Clinic.LookAsync(context => context.Holds.CountAsync()));
    }

    [Fact]
    public async Task Whoever_chooses_a_time_when_their_answer_has_lapsed_is_asked_again()
    {
        using var jo = Clinic.Visit();
        var times = await jo.TimesAsync("sciatica-first-visit");
        Clinic.Clock.Advance(TimeSpan.FromMinutes(121));

        var asked = await jo.PressAsync(times, "6:00pm");

        Assert.EndsWith("/check", asked.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Please answer them again", asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_yes_a_page_of_times_left_open_leads_to_the_emergency_advice()
    {
        using var jo = Clinic.Visit();
        var times = await jo.TimesAsync("sciatica-first-visit");
        var questions = await jo.OpenAsync("/book/sciatica-first-visit/check");
        await jo.PressAsync(questions, "Continue", ("Yes, one or more", "Yes"));

        var chosen = await jo.PressAsync(times, "11:00am");

        Assert.Equal("/book/emergency", chosen.Address.AbsolutePath);
    }

    [Fact]
    public async Task Whoever_is_asked_for_the_first_time_is_not_told_that_the_questions_have_changed()
    {
        using var jo = Clinic.Visit();

        var asked = await jo.OpenAsync("/book/sciatica-first-visit");

        Assert.DoesNotContain("have changed", asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_about_sciatica_lists_the_signs_of_the_wording_in_force()
    {
        using var jo = Clinic.Visit();
        await Clinic.NewWordingAsync("You cannot feel <b>your feet</b>\nYou cannot stand");

        var page = await jo.OpenAsync("/sciatica");
        var asked = await jo.OpenAsync("/book/sciatica-first-visit/check");

        var signs = page.Document.QuerySelectorAll(".emergency li").Select(sign => sign.TextContent).ToList();
        Assert.Equal(["You cannot feel <b>your feet</b>", "You cannot stand"], signs);
        Assert.All(signs, sign => Assert.Contains(sign, asked.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_holds_for_two_hours()
    {
        using var jo = Clinic.Visit();
        await jo.TimesAsync("sciatica-first-visit");

        Clinic.Clock.Advance(TimeSpan.FromMinutes(121));

        Assert.EndsWith("/check", (await jo.OpenAsync("/book/sciatica-first-visit")).Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pass_made_up_by_the_visitor_opens_nothing()
    {
        using var forger = Clinic.Visit();
        forger.Client.DefaultRequestHeaders.Add("Cookie", "safety-sciatica=1:9999999999999999999:1");

        Assert.EndsWith("/check", (await forger.OpenAsync("/book/sciatica-first-visit")).Address.AbsolutePath, StringComparison.Ordinal);
    }

    private static async Task<Page> YesAsync(Visitor visitor)
    {
        var questions = await visitor.OpenAsync("/book/sciatica-first-visit");
        return await visitor.PressAsync(questions, "Continue", ("Yes, one or more", "Yes"));
    }
}
