using System.Globalization;
using System.Net;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The page of times goes to where there are some, says why there are none, and narrows as a patient asks.</summary>
public sealed class TimesTests(TestClinic clinic) : ClinicTests(clinic)
{
    [Fact]
    public async Task The_soonest_times_come_first_a_week_at_a_time()
    {
        using var jo = Clinic.Visit();

        var week = await jo.TimesAsync("sports-injury");
        var next = await jo.FollowAsync(week, "Later dates");
        var back = await jo.FollowAsync(next, "Earlier dates");

        Assert.StartsWith("2026-11-23T11:00", week.Offered()[0], StringComparison.Ordinal);
        Assert.Equal(week.Offered().Order(StringComparer.Ordinal), week.Offered());
        Assert.StartsWith("2026-11-30T08:00", next.Offered()[0], StringComparison.Ordinal);
        Assert.Equal(week.Offered(), back.Offered());
    }

    [Fact]
    public async Task Later_dates_end_with_the_last_day_that_can_be_booked()
    {
        using var jo = Clinic.Visit();

        var page = await jo.TimesAsync("sports-injury");
        while (page.Text.Contains("Later dates", StringComparison.Ordinal))
        {
            page = await jo.FollowAsync(page, "Later dates");
        }

        Assert.StartsWith("2027-01-22", page.Offered()[^1], StringComparison.Ordinal); // the sixtieth day
    }

    [Theory]
    [InlineData("Morning", "08:00", "11:45")]
    [InlineData("Afternoon", "12:00", "16:45")]
    [InlineData("Evening, from 5pm", "17:00", "19:15")]
    public async Task A_patient_may_ask_for_a_practitioner_and_a_part_of_the_day(string when, string first, string last)
    {
        using var jo = Clinic.Visit();
        var all = await jo.TimesAsync("sports-injury", from: "2026-11-24");

        var some = await jo.PressAsync(all, "Update times", ("With", "Ben Howard"), ("When", when));
        var onTuesday = some.Offered().Where(time => time.StartsWith("2026-11-24", StringComparison.Ordinal)).ToList();

        Assert.StartsWith("Choose a time", some.Document.Title, StringComparison.Ordinal);
        Assert.All(some.Offered(), time => Assert.EndsWith("ben-howard", time, StringComparison.Ordinal));
        Assert.Equal(($"2026-11-24T{first} ben-howard", $"2026-11-24T{last} ben-howard"), (onTuesday[0], onTuesday[^1]));
    }

    [Theory]
    [InlineData("from=banana")]
    [InlineData("when=banana")]
    [InlineData("from=2026-02-31&when=7")]
    public async Task An_address_that_makes_no_sense_shows_the_soonest_times_and_no_mistake(string query)
    {
        using var jo = Clinic.Visit();
        var soonest = await jo.TimesAsync("sports-injury");

        var page = await jo.OpenAsync($"/book/sports-injury?{query}");

        Assert.StartsWith("Choose a time", page.Document.Title, StringComparison.Ordinal);
        Assert.Equal(soonest.Offered(), page.Offered());
    }

    [Fact]
    public async Task A_practitioner_alone_is_no_mistake()
    {
        using var jo = Clinic.Visit();

        var some = await jo.PressAsync(await jo.TimesAsync("sports-injury"), "Update times", ("With", "Ben Howard"));

        Assert.StartsWith("Choose a time", some.Document.Title, StringComparison.Ordinal);
        Assert.All(some.Offered(), time => Assert.EndsWith("ben-howard", time, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_goes_by_itself_to_the_first_day_with_times_weeks_away()
    {
        using var jo = Clinic.Visit();
        await AwayAsync("2026-11-23", "2026-12-16");

        var times = await jo.TimesAsync("acupuncture");
        var treatments = await jo.OpenAsync("/book");

        Assert.Equal("2026-12-16T08:00 ben-howard", times.Offered()[0]);
        Assert.Contains("Next: Wed 16 Dec 8:00am", treatments.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_free_the_patient_is_asked_to_ring()
    {
        using var jo = Clinic.Visit();
        await AwayAsync("2026-11-23", "2027-02-01");

        var times = await jo.TimesAsync("acupuncture");
        var treatments = await jo.OpenAsync("/book");

        Assert.Empty(times.Offered());
        Assert.Contains("There is nothing free to book online", times.Text, StringComparison.Ordinal);
        Assert.Contains("01322 275 402", times.Document.QuerySelector("main .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No free times online. Please ring us.", treatments.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_on_which_the_clinic_is_closed_says_why()
    {
        using var jo = Clinic.Visit();

        var christmas = await jo.TimesAsync("sports-injury", from: "2026-12-23");

        Assert.Contains("Friday 25 December closed, Christmas Day", christmas.Text, StringComparison.Ordinal);
        Assert.Contains("Monday 28 December closed, Boxing Day (substitute day)", christmas.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(christmas.Offered(), time => time.StartsWith("2026-12-25", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_time_that_is_booked_or_blocked_is_not_shown()
    {
        using var jo = Clinic.Visit();
        using var al = Clinic.Visit();
        await jo.BookAsync("2026-11-24 09:00");
        await AwayAsync("2026-11-24 12:00", "2026-11-24 13:00", "aisha-khan");

        var times = (await al.TimesAsync("sports-injury", "aisha-khan", "2026-11-24")).Offered()
            .Where(time => time.StartsWith("2026-11-24", StringComparison.Ordinal))
            .Select(time => time[11..16])
            .ToList();

        Assert.Equal(["08:00", "08:15", "09:45", "10:00"], times.Take(4));
        Assert.Equal(["11:15", "13:00"], times.SkipWhile(time => time != "11:15").Take(2));
    }

    [Theory]
    [InlineData("?from=yesterday")]
    [InlineData("?from=2026-02-30")]
    [InlineData("?from=0001-01-01")]
    [InlineData("?from=9999-12-31")]
    [InlineData("?when=Never")]
    [InlineData("?when=99")]
    [InlineData("?with=nobody")]
    [InlineData("?with=%00%ff")]
    [InlineData("?from=2026-12-01&from=2026-12-02")]
    public async Task An_address_that_somebody_has_meddled_with_still_shows_times(string query)
    {
        using var jo = Clinic.Visit();

        var times = await jo.OpenAsync($"/book/sports-injury{query}");

        Assert.Equal(HttpStatusCode.OK, times.Status);
        Assert.NotEmpty(times.Offered());
    }

    [Fact]
    public async Task Looking_at_times_changes_nothing()
    {
        using var jo = Clinic.Visit();
        var before = await Clinic.TallyAsync();

        await jo.TimesAsync("sciatica-first-visit", "aisha-khan", "2026-12-01");

        Assert.Equal(before, await Clinic.TallyAsync());
    }

    private Task AwayAsync(string from, string until, string who = "ben-howard") => Clinic.ChangeAsync(context =>
        Task.FromResult(context.Add(new Block
        {
            PractitionerId = context.Practitioners.Single(p => p.Slug == who).Id,
            From = At(from),
            Until = At(until),
            Reason = "Leave",
        })));

    private static DateTime At(string wall) => DateTime.Parse(wall, CultureInfo.InvariantCulture);
}
