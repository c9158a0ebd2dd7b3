using Xunit;

namespace Booking.Tests;

/// <summary>Who lost a time is shown the nearest ones that are left.</summary>
public sealed class NearestTests
{
    private readonly WestHill _clinic = new();

    [Fact]
    public void The_three_nearest_free_times_are_before_and_after_in_the_order_of_the_clock()
    {
        _clinic.Take(_clinic.Aisha, "2026-02-02 10:00", 45);

        Assert.Equal(["09:00", "09:15", "10:45"], Nearest("2026-02-02 10:00"));
    }

    [Fact]
    public void They_may_lie_on_the_days_around()
    {
        _clinic.Take(_clinic.Aisha, "2026-02-03 00:00", 24 * 60);

        Assert.Equal(["19:15", "08:00", "08:15"], Nearest("2026-02-03 13:40"));
    }

    [Fact]
    public void Where_nothing_is_free_there_is_none()
    {
        _clinic.Take(_clinic.Aisha, "2026-02-01 00:00", 24 * 60 * 10);

        Assert.Empty(Nearest("2026-02-02 10:00"));
        Assert.Null(_clinic.Open(WestHill.Monday, days: 3).Next(_clinic.SciaticaFirst));
    }

    [Fact]
    public void The_next_free_time_may_be_asked_for_by_part_of_the_day()
    {
        var week = _clinic.Open(WestHill.Monday, days: 7);

        Assert.Equal(new TimeOnly(8, 0), week.Next(_clinic.SciaticaFirst)!.Value.Slot.Start);
        Assert.Equal(new TimeOnly(17, 0), week.Next(_clinic.SciaticaFirst, part: PartOfDay.Evening)!.Value.Slot.Start);
        Assert.Null(week.Next(_clinic.SciaticaFirst, with: _clinic.Ben));
    }

    private IEnumerable<string> Nearest(string wanted) => _clinic.Open(WestHill.Monday, days: 3)
        .Nearest(WestHill.At(wanted), _clinic.SciaticaFirst)
        .Select(time => $"{time.Slot.Start:HH:mm}");
}
