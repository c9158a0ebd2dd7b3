using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Half an hour after somebody opened their appointment they are asked again who they are, and told so in a sentence.</summary>
public sealed class LapsedTests(TestClinic clinic) : ClinicTests(clinic)
{
    private const string AskedAgain = "so we ask for the last four digits again. Nothing has been changed.";

    [Fact]
    public async Task Who_cancels_too_late_is_told_that_nothing_is_cancelled_and_led_on_to_where_they_can()
    {
        using var jo = Clinic.Visit();
        var open = await jo.BookAsync("2026-11-26 09:00");

        Clinic.Clock.Advance(TimeSpan.FromHours(1));
        var asked = await jo.PressAsync(open, "Yes, cancel it");
        Assert.Contains(AskedAgain, asked.Text, StringComparison.Ordinal);
        Assert.Equal(AppointmentStatus.Booked, await Clinic.LookAsync(context => context.Appointments.Select(a => a.Status).SingleAsync()));

        var wrong = await jo.PressAsync(asked, "Show my appointment", ("LastFour", "9999"));
        var shown = await jo.PressAsync(wrong, "Show my appointment", ("LastFour", "0123"));
        Assert.True(shown.Document.GetElementById("Cancel")!.HasAttribute("open"));
        Assert.Contains("This appointment is cancelled", (await jo.PressAsync(shown, "Yes, cancel it")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_adds_it_to_their_calendar_too_late_gives_the_digits_and_finds_the_button_again()
    {
        using var jo = Clinic.Visit();
        var open = await jo.BookAsync("2026-11-26 09:00");

        Clinic.Clock.Advance(TimeSpan.FromHours(1));
        var asked = await jo.FollowAsync(open, "Add to calendar");
        Assert.Contains(AskedAgain, asked.Text, StringComparison.Ordinal);

        var shown = await jo.PressAsync(asked, "Show my appointment", ("LastFour", "0123"));
        var file = await jo.Client.GetStringAsync(new Uri($"{shown.Address.AbsolutePath}?handler=Calendar", UriKind.Relative));
        Assert.StartsWith("BEGIN:VCALENDAR", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_moves_it_too_late_is_told_that_it_stays_and_led_on_to_the_times()
    {
        using var jo = Clinic.Visit();
        var times = await jo.FollowAsync(await jo.BookAsync("2026-11-26 09:00"), "Move to another time");

        Clinic.Clock.Advance(TimeSpan.FromHours(1));
        var asked = await jo.PressAsync(times, "9:15am Aisha Tuesday 24 November");
        Assert.Contains(AskedAgain, asked.Text, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 11, 26), await Clinic.LookAsync(context => context.Appointments.Select(a => a.Date).SingleAsync()));

        var again = await jo.PressAsync(asked, "Show my appointment", ("LastFour", "0123"));
        Assert.Equal(times.Address.AbsolutePath, again.Address.AbsolutePath);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?for=banana")]
    public async Task Who_has_come_for_nothing_but_to_look_is_told_nothing_of_it(string query)
    {
        using var jo = Clinic.Visit();
        var booked = await jo.BookAsync("2026-11-26 09:00");
        Clinic.Clock.Advance(TimeSpan.FromHours(1));

        var page = await jo.OpenAsync($"{booked.Address.AbsolutePath}{query}");

        Assert.StartsWith("Your appointment", page.Document.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing has been changed", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sports-follow-up", 1)]
    [InlineData("sports-follow-up", 3)]
    [InlineData("sciatica-follow-up", 3)]
    public async Task A_follow_up_left_open_leads_to_where_it_says_how_to_go_on(string treatment, int hours)
    {
        using var jo = Clinic.Visit();
        await SeenAsync(jo);
        var details = await jo.HoldAsync("2026-12-01 09:00", "aisha-khan", treatment);
        var times = await jo.TimesAsync(treatment, "aisha-khan", "2026-12-01");

        Clinic.Clock.Advance(TimeSpan.FromHours(hours));
        var chosen = await jo.PressAsync(times, "10:00am");
        var sent = await jo.PressAsync(details, "Book this appointment");

        foreach (var page in new[] { chosen, sent })
        {
            Assert.Equal("/book", page.Address.AbsolutePath);
            Assert.Contains("We ask for them again after half an hour. Nothing has been booked.", page.Text, StringComparison.Ordinal);
        }

        Assert.Equal(1, await Clinic.LookAsync(context => context.Appointments.CountAsync()));
    }

    private async Task SeenAsync(Visitor jo)
    {
        var first = await jo.BookAsync("2026-11-24 09:00");
        Clinic.WindTo("2026-11-24 10:00");
        await jo.ComeBackAsync(Clinic, first);
    }
}
