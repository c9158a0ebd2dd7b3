using System.Globalization;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>What was promised for nine is at nine, whatever the clocks do in between.</summary>
public sealed class ClockChangeTests(TestClinic clinic) : ClinicTests(clinic)
{
    [Theory]
    [InlineData("2026-02-10 09:00", "2026-03-30 09:00", "Monday 30 March", "20260330T080000Z", "2026-03-29 08:00")]
    [InlineData("2026-09-01 09:00", "2026-10-26 09:00", "Monday 26 October", "20261026T090000Z", "2026-10-25 09:00")]
    public async Task Booked_in_one_half_of_the_year_for_the_other_every_page_text_and_calendar_says_nine(
        string now, string wall, string day, string calendar, string reminderUtc)
    {
        using var jo = Clinic.Visit();
        Clinic.WindTo(now);

        var booked = await jo.BookAsync(wall);
        var file = await jo.Client.GetStringAsync(new Uri($"{booked.Address.AbsolutePath}?handler=Calendar", UriKind.Relative));
        var reminder = await Clinic.LookAsync(context => context.Messages.SingleAsync(m => m.Kind == MessageKind.Reminder));

        Assert.Equal($"{day} 2026 9:00am", booked.When());
        Assert.Contains($"DTSTART:{calendar}", file, StringComparison.Ordinal);
        Assert.Equal(DateTime.Parse(reminderUtc, CultureInfo.InvariantCulture), reminder.Due!.Value);
        Assert.Contains(
            $"{day} at 9:00am",
            new Wording(new("West Hill", "01322 275 402"), await Clinic.Services.GetRequiredService<Diary>().ClinicAsync(default), false)
                .Write(reminder, null, "x"),
            StringComparison.Ordinal);
        Clinic.WindTo(wall[..10] + " 08:59");
        Assert.Contains("9:00am", (await jo.OpenAsync(booked.Address.AbsolutePath)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_Sundays_on_which_the_clocks_change_have_all_their_hours()
    {
        await Clinic.ChangeAsync(async context =>
        {
            var ben = await context.Practitioners.Include(p => p.Changes).SingleAsync(p => p.Slug == "ben-howard");
            ben.Changes.Add(new DayChange { Date = new(2026, 3, 29), Start = new(8, 0), End = new(20, 0) });
            ben.Changes.Add(new DayChange { Date = new(2026, 10, 25), Start = new(8, 0), End = new(20, 0) });
        });
        using var jo = Clinic.Visit();
        foreach (var sunday in new[] { "2026-03-29", "2026-10-25" })
        {
            Clinic.WindTo(DateOnly.Parse(sunday, CultureInfo.InvariantCulture).AddDays(-7).ToString("o", CultureInfo.InvariantCulture) + " 09:00");
            var times = (await jo.TimesAsync("sports-injury", "ben-howard", sunday)).Offered()
                .Where(time => time.StartsWith(sunday, StringComparison.Ordinal))
                .ToList();

            Assert.Equal(46, times.Count);
            Assert.Equal(($"{sunday}T08:00 ben-howard", $"{sunday}T19:15 ben-howard"), (times[0], times[^1]));
        }
    }
}
