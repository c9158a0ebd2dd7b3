using System.Globalization;
using Xunit;

namespace Booking.Tests;

public sealed class ClinicTimeTests
{
    [Theory]
    [InlineData("2026-01-15 09:00", "2026-01-15 09:00")]
    [InlineData("2026-07-15 09:00", "2026-07-15 08:00")]
    [InlineData("2026-03-29 00:59", "2026-03-29 00:59")]
    [InlineData("2026-03-29 02:00", "2026-03-29 01:00")]
    [InlineData("2026-10-25 00:59", "2026-10-24 23:59")]
    [InlineData("2026-10-25 02:00", "2026-10-25 02:00")]
    public void The_clock_on_the_wall_and_utc_tell_the_same_moment(string wall, string utc)
    {
        Assert.Equal(Utc(utc), ClinicTime.ToUtc(Wall(wall)));
        Assert.Equal(DateTimeKind.Utc, ClinicTime.ToUtc(Wall(wall)).Kind);
        Assert.Equal(Wall(wall), ClinicTime.ToWall(Utc(utc)));
    }

    [Fact]
    public void A_time_that_the_spring_change_skips_is_read_as_if_the_clock_had_not_changed_yet() =>
        Assert.Equal(Utc("2026-03-29 01:30"), ClinicTime.ToUtc(Wall("2026-03-29 01:30")));

    [Fact]
    public void Of_a_time_that_comes_twice_in_autumn_the_first_is_meant() =>
        Assert.Equal(Utc("2026-10-25 00:30"), ClinicTime.ToUtc(Wall("2026-10-25 01:30")));

    [Fact]
    public void A_moment_is_never_taken_for_a_time_on_the_wall_nor_the_other_way_round()
    {
        Assert.Throws<ArgumentException>(() => ClinicTime.ToUtc(Utc("2026-01-15 09:00")));
        Assert.Throws<ArgumentException>(() => ClinicTime.ToWall(Wall("2026-01-15 09:00")));
    }

    [Fact]
    public void The_clinic_keeps_uk_time_wherever_the_server_is()
    {
        var clock = new ClinicTime();

        Assert.Equal("Europe/London", clock.LocalTimeZone.Id);
        Assert.Equal(DateTimeKind.Utc, clock.UtcNow().Kind);
        Assert.Equal(DateOnly.FromDateTime(clock.Now()), clock.Today());
    }

    private static DateTime Wall(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    private static DateTime Utc(string text) => DateTime.SpecifyKind(Wall(text), DateTimeKind.Utc);
}
