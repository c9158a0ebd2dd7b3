using Xunit;

namespace Booking.Tests;

/// <summary>A course of treatment keeps its time by the clock on the wall, and what is offered instead is what a patient would ask for.</summary>
public sealed class CourseTests
{
    private readonly WestHill _clinic = new();

    [Fact]
    public void Weekly_on_Tuesday_at_seven_in_the_evening_stays_at_seven_when_the_clocks_change()
    {
        var course = new Course(WestHill.At("2026-10-06 19:00"), EveryWeeks: 1, Times: 6);

        Assert.Equal(
            ["06 Oct 19:00", "13 Oct 19:00", "20 Oct 19:00", "27 Oct 19:00", "03 Nov 19:00", "10 Nov 19:00"],
            course.Starts().Select(start => start.ToString("dd MMM HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Every_second_week_leaves_a_week_out()
    {
        var course = new Course(WestHill.At("2026-03-23 09:00"), EveryWeeks: 2, Times: 2);

        Assert.Equal([WestHill.At("2026-03-23 09:00"), WestHill.At("2026-04-06 09:00")], course.Starts());
    }

    [Fact]
    public void Instead_of_a_time_that_cannot_be_had_comes_the_same_practitioner_first_and_then_the_same_day()
    {
        _clinic.Take(_clinic.Aisha, "2026-02-03 17:00", 60);
        var week = _clinic.Open(WestHill.Monday, days: 7);

        var instead = week.InPlaceOf(WestHill.At("2026-02-03 17:00"), _clinic.Sports, _clinic.Aisha).ToList();

        Assert.Equal((WestHill.At("2026-02-03 16:15"), _clinic.Aisha), (instead[0].Slot.StartsAt, instead[0].Practitioner));
        var others = instead.FindIndex(time => time.Practitioner == _clinic.Ben);
        Assert.All(instead.Take(others), time => Assert.Equal(_clinic.Aisha, time.Practitioner));
        Assert.Equal(WestHill.At("2026-02-03 17:00"), instead[others].Slot.StartsAt);
    }

    [Fact]
    public void Next_free_on_a_Tuesday_after_five_is_neither_on_Monday_nor_before_five()
    {
        var wish = new FreeTimeWish(
            _clinic.Sports, _clinic.Aisha, WestHill.At("2026-02-02 09:00"), DayOfWeek.Tuesday, new TimeOnly(17, 0));

        var free = wish.With is null ? [] : _clinic.Open(WestHill.Monday, days: 7).Dates
            .SelectMany(date => _clinic.Open(date).On(date, wish.Treatment, wish.With))
            .Where(wish.Suits).ToList();

        Assert.Equal(WestHill.At("2026-02-03 17:00"), free[0].Slot.StartsAt);
        Assert.All(free, time => Assert.Equal(new DateOnly(2026, 2, 3), time.Slot.Date));
    }
}
