using System.Globalization;
using Ical.Net.CalendarComponents;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The file for a patient's own calendar opens at the right hour and says nothing about why they come.</summary>
public sealed class CalendarTests(TestClinic clinic) : ClinicTests(clinic)
{
    [Theory]
    [InlineData("2026-03-02 07:00", "2026-03-27 09:00", "2026-03-27 09:00")] // before the clocks go forward
    [InlineData("2026-03-02 07:00", "2026-03-30 09:00", "2026-03-30 08:00")] // after
    [InlineData("2026-10-01 07:00", "2026-10-23 19:00", "2026-10-23 18:00")] // before they go back
    [InlineData("2026-10-01 07:00", "2026-10-26 19:00", "2026-10-26 19:00")] // after
    public async Task It_opens_at_the_right_hour_on_both_sides_of_a_change(string now, string wall, string utc)
    {
        using var jo = Clinic.Visit();
        Clinic.WindTo(now);

        var visit = await ReadAsync(jo, await jo.BookAsync(wall));

        var start = DateTime.Parse(utc, CultureInfo.InvariantCulture);
        Assert.Equal((start, start.AddMinutes(45)), (visit.Start!.AsUtc, visit.End!.AsUtc));
        Assert.True(visit.Start.IsUtc);
    }

    [Fact]
    public async Task It_keeps_its_identifier_counts_changes_and_tells_of_a_cancellation()
    {
        using var jo = Clinic.Visit();
        var booked = await jo.BookAsync("2026-11-24 09:00");
        var first = await ReadAsync(jo, booked);
        var again = await ReadAsync(jo, booked);

        var gone = await jo.PressAsync(booked, "Yes, cancel it");
        var way = gone.Document.QuerySelectorAll("a").Single(link => link.TextContent == "Take it out of your calendar");
        var removing = await jo.Client.GetStringAsync(new Uri(way.GetAttribute("href")!, UriKind.Relative));
        var cancelled = await ReadAsync(jo, booked);

        Assert.Equal((first.Uid, 0, "CONFIRMED"), (again.Uid, first.Sequence, first.Status));
        Assert.Equal((first.Uid, 1, "CANCELLED"), (cancelled.Uid, cancelled.Sequence, cancelled.Status));
        Assert.Contains("METHOD:CANCEL", removing, StringComparison.Ordinal);
        Assert.Contains(first.Uid!, removing.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.EndsWith("@westhill.example", first.Uid, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_where_and_with_whom_and_nothing_about_why()
    {
        using var jo = Clinic.Visit();
        var booked = await jo.BookAsync("2026-11-24 09:00", name: "Marmaduke Featherstonehaugh");

        using var answer = await jo.Client.GetAsync(Address(booked));
        var file = (await answer.Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal);

        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("SUMMARY:West Hill Physiotherapy", file, StringComparison.Ordinal);
        Assert.Contains("Tower Road", file, StringComparison.Ordinal);
        Assert.Contains("Aisha Khan", file, StringComparison.Ordinal);
        Assert.All(
            new[] { "sports", "injury", "Marmaduke", "900123", booked.Reference() },
            word => Assert.DoesNotContain(word, file, StringComparison.OrdinalIgnoreCase));
    }

    private static Uri Address(Page booked) => new($"{booked.Address.AbsolutePath}?handler=Calendar", UriKind.Relative);

    private static async Task<CalendarEvent> ReadAsync(Visitor visitor, Page booked) =>
        Assert.Single(Ical.Net.Calendar.Load(await visitor.Client.GetStringAsync(Address(booked)))!.Events);
}
