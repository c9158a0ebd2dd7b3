namespace Booking;

/// <summary>What is taken of each practitioner and room, day by day: appointments, live holds and blocks.</summary>
public sealed class Occupancy
{
    private readonly Dictionary<(Resource Who, int Day), TickSet> _taken = [];

    /// <summary>Marks the whole of a slot, over midnight too.</summary>
    public void Take(Resource who, Slot slot) => Change(who, slot, static (taken, ticks) => taken | ticks);

    /// <summary>Clears the whole of a slot, whoever has it.</summary>
    public void GiveBack(Resource who, Slot slot) => Change(who, slot, static (taken, ticks) => taken & ~ticks);

    public TickSet Of(Resource who, DateOnly date) => Of(who, date.DayNumber);

    private TickSet Of(Resource who, int day) => _taken.GetValueOrDefault((who, day));

    private void Change(Resource who, Slot slot, Func<TickSet, TickSet, TickSet> change)
    {
        for (var first = slot.FirstTick; first < slot.EndTick;)
        {
            var day = first / TickSet.TicksADay;
            var midnight = day * TickSet.TicksADay;
            var end = Math.Min(slot.EndTick, midnight + TickSet.TicksADay);
            _taken[(who, day)] = change(Of(who, day), TickSet.Between(first - midnight, end - midnight));
            first = end;
        }
    }

    /// <summary>Marks all that the other has marked.</summary>
    public void Take(Occupancy other)
    {
        foreach (var ((who, day), ticks) in other._taken)
        {
            _taken[(who, day)] = Of(who, day) | ticks;
        }
    }
}
