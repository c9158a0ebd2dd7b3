using Xunit;

namespace Booking.Tests;

/// <summary>On the two Sundays on which the clocks change, and around them, the clock on the wall is the promise.</summary>
public sealed class ClockChangeTests
{
    private readonly WestHill _clinic = new();

    [Theory]
    [InlineData(2026, 3, 29)]
    [InlineData(2026, 10, 25)]
    public void A_Sunday_on_which_the_clocks_change_has_all_its_hours(int year, int month, int day)
    {
        var sunday = new DateOnly(year, month, day);
        _clinic.Now = sunday.AddDays(-2).ToDateTime(new(9, 0));
        _clinic.Aisha.Sessions.Add(new Session { Day = DayOfWeek.Sunday, Start = new(8, 0), End = new(20, 0) });

        var times = _clinic.Open(sunday).On(sunday, _clinic.SciaticaFirst).ToList();

        Assert.Equal(46, times.Count);
        Assert.Equal(new TimeOnly(8, 0), times[0].Slot.Start);
        Assert.Equal(new TimeOnly(20, 0), times[^1].Slot.End);
    }

    [Theory]
    [InlineData("2026-02-10 09:00", "2026-03-30 09:00", "2026-03-30 08:00")] // booked in winter for summer
    [InlineData("2026-09-01 09:00", "2026-10-26 09:00", "2026-10-26 09:00")] // booked in summer for winter
    public void What_is_booked_for_nine_across_a_change_is_at_nine(string now, string wall, string utc)
    {
        _clinic.Now = WestHill.At(now);

        Assert.Null(_clinic.WhyNot(wall, _clinic.SciaticaFirst, _clinic.Aisha));
        Assert.Equal(WestHill.At(utc), ClinicTime.ToUtc(WestHill.Slot(wall, 45).StartsAt));
    }

    [Theory]
    [InlineData("2026-03-28 20:00", "2026-03-29 08:00")] // 11 hours pass, the wall says 12
    [InlineData("2026-10-24 20:00", "2026-10-25 08:00")] // 13 hours pass
    public void Notice_is_counted_by_the_clock_on_the_wall(string now, string wall)
    {
        _clinic.Rules.NoticeMinutes = 12 * 60;
        _clinic.Aisha.Sessions.Add(new Session { Day = DayOfWeek.Sunday, Start = new(8, 0), End = new(20, 0) });
        _clinic.Now = WestHill.At(now);

        Assert.Null(_clinic.WhyNot(wall, _clinic.SciaticaFirst, _clinic.Aisha));
        _clinic.Now = _clinic.Now.AddMinutes(1);
        Assert.Equal(Refusal.TooSoon, _clinic.WhyNot(wall, _clinic.SciaticaFirst, _clinic.Aisha));
    }
}
