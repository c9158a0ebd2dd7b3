using CsCheck;
using Xunit;

namespace Booking.Tests;

/// <summary>Two slots share a tick exactly when they share time: that is all that keeps two patients apart.</summary>
public sealed class SlotTests
{
    private static readonly Gen<Slot> Some = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 287], Gen.Int[1, 48])
        .Select((day, tick, ticks) => new Slot(WestHill.Monday.AddDays(day), TickSet.TimeOf(tick), ticks * 5));

    [Fact]
    public void Two_slots_share_a_tick_exactly_when_they_overlap() => Gen.Select(Some, Some).Sample((one, other) =>
        Assert.Equal(
            one.StartsAt < other.EndsAt && other.StartsAt < one.EndsAt,
            one.Ticks().Intersect(other.Ticks()).Any()));

    [Fact]
    public void A_slot_has_a_tick_for_each_five_minutes_one_after_the_other() => Some.Sample(slot =>
    {
        Assert.Equal(slot.Minutes / 5, slot.Ticks().Count());
        Assert.Equal(Enumerable.Range(slot.FirstTick, slot.Minutes / 5), slot.Ticks());
        Assert.Equal(slot.EndTick, (slot with { Date = slot.Date.AddDays(1) }).FirstTick - 288 + (slot.Minutes / 5));
    });

    [Fact]
    public void The_tick_after_the_last_of_a_day_is_the_first_of_the_next() => Assert.Equal(
        new Slot(WestHill.Monday, new(23, 55), 5).EndTick,
        new Slot(WestHill.Monday.AddDays(1), TimeOnly.MinValue, 5).FirstTick);

    [Fact]
    public void One_appointment_may_begin_the_moment_another_ends()
    {
        var first = new Slot(WestHill.Monday, new(9, 0), 45);
        var next = new Slot(WestHill.Monday, new(9, 45), 30);

        Assert.Empty(first.Ticks().Intersect(next.Ticks()));
        Assert.Single(first.Lengthened(5).Ticks().Intersect(next.Ticks()));
    }
}
