using CsCheck;
using Xunit;

namespace Booking.Tests;

/// <summary>What is taken is remembered to the tick, over midnight too, and for nobody else.</summary>
public sealed class OccupancyTests
{
    private static readonly Gen<Slot> Some = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 287], Gen.Int[1, 1000])
        .Select((day, tick, ticks) => new Slot(WestHill.Monday.AddDays(day), TickSet.TimeOf(tick), ticks * 5));

    [Fact]
    public void Each_day_shows_the_part_of_a_slot_that_falls_on_it() => Some.Array[1, 4].Sample(slots =>
    {
        var taken = new Occupancy();
        Array.ForEach(slots, slot => taken.Take(Resource.Practitioner(7), slot));

        foreach (var date in Enumerable.Range(-1, 9).Select(WestHill.Monday.AddDays))
        {
            var midnight = new Slot(date, TimeOnly.MinValue, 5).FirstTick;
            var expected = slots.SelectMany(slot => slot.Ticks()).Distinct().Order()
                .Where(tick => midnight <= tick && tick < midnight + 288)
                .Select(tick => tick - midnight);
            Assert.Equal(expected, taken.Of(Resource.Practitioner(7), date).Ticks());
        }
    }, iter: 30);

    [Fact]
    public void A_practitioner_and_a_room_of_the_same_number_are_two()
    {
        var taken = new Occupancy();
        taken.Take(Resource.Practitioner(7), new Slot(WestHill.Monday, new(9, 0), 30));

        Assert.True(taken.Of(Resource.Room(7), WestHill.Monday).IsEmpty);
        Assert.True(taken.Of(Resource.Practitioner(8), WestHill.Monday).IsEmpty);
        Assert.NotEqual(Resource.Practitioner(7).Key, Resource.Room(7).Key);
        Assert.NotEqual(Resource.Room(7).Key, Resource.Patient(7).Key);
    }
}
