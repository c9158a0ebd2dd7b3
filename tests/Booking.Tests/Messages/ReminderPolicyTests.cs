using System.Globalization;
using CsCheck;
using Xunit;

namespace Booking.Tests;

public sealed class ReminderPolicyTests
{
    private static readonly Gen<DateTime> Starts =
        Gen.Int[0, 730 * 288].Select(tick => new DateTime(2026, 1, 1).AddMinutes(tick * 5)).Where(wall => wall.Hour >= 5);

    [Theory]
    [InlineData("2026-01-15 10:00", "2026-01-14 10:00Z")]
    [InlineData("2026-07-15 10:00", "2026-07-14 09:00Z")]
    [InlineData("2026-03-29 10:00", "2026-03-28 10:00Z")]
    [InlineData("2026-10-25 10:00", "2026-10-24 09:00Z")]
    public void A_reminder_is_due_at_the_same_wall_clock_time_the_day_before(string appointment, string due) =>
        Assert.Equal(Utc(due), ClinicTime.ToUtc(ReminderPolicy.Due(Wall(appointment), 24)));

    [Theory]
    [InlineData("2026-03-30 09:00", "2026-03-28 09:00")]
    [InlineData("2026-10-26 09:00", "2026-10-24 09:00")]
    public void Forty_eight_hours_before_are_two_days_of_the_clinics_clock(string appointment, string due) =>
        Assert.Equal(Wall(due), ReminderPolicy.Due(Wall(appointment), 48));

    [Theory]
    [InlineData("2026-06-10 07:00", 24, "2026-06-09 08:00")] // due at 07:00: wait for the morning
    [InlineData("2026-06-10 21:00", 24, "2026-06-09 20:00")] // due at 21:00: rather a little early
    [InlineData("2026-06-10 23:55", 24, "2026-06-09 20:00")]
    [InlineData("2026-06-10 20:55", 24, "2026-06-09 20:55")]
    [InlineData("2026-06-10 08:00", 24, "2026-06-09 08:00")]
    [InlineData("2026-06-10 11:00", 8, "2026-06-10 08:00")] // due at 03:00, and 08:00 is early enough
    [InlineData("2026-06-10 09:00", 6, "2026-06-09 20:00")] // due at 03:00, but 08:00 would be of no use
    [InlineData("2026-06-10 07:30", 2, "2026-06-09 20:00")]
    public void A_reminder_due_in_the_night_goes_at_a_civil_hour(string appointment, int hours, string due) =>
        Assert.Equal(Wall(due), ReminderPolicy.Due(Wall(appointment), hours));

    [Fact]
    public void A_reminder_always_goes_before_the_appointment_and_never_at_night() =>
        Gen.Select(Starts, Gen.Int[1, 240]).Sample((startsAt, hours) =>
        {
            var due = ReminderPolicy.Due(startsAt, hours);
            Assert.True(due < startsAt);
            Assert.InRange(TimeOnly.FromDateTime(due), new TimeOnly(8, 0), new TimeOnly(20, 59));
            Assert.InRange(due - startsAt.AddHours(-hours), TimeSpan.FromHours(-12), TimeSpan.FromHours(8));
        });

    [Theory]
    [InlineData("2026-06-09 20:59", false)]
    [InlineData("2026-06-09 21:00", true)]
    [InlineData("2026-06-10 00:00", true)]
    [InlineData("2026-06-10 07:59", true)]
    [InlineData("2026-06-10 08:00", false)]
    public void The_night_is_from_nine_to_eight(string wall, bool quiet) =>
        Assert.Equal(quiet, QuietHours.Cover(Wall(wall)));

    [Theory]
    [InlineData("2026-06-09 21:00", "2026-06-10 08:00")]
    [InlineData("2026-06-10 03:00", "2026-06-10 08:00")]
    [InlineData("2026-06-10 08:00", "2026-06-11 08:00")]
    public void The_night_ends_at_the_next_eight_o_clock(string wall, string end) =>
        Assert.Equal(Wall(end), QuietHours.NextEnd(Wall(wall)));

    private static DateTime Wall(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    private static DateTime Utc(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}
