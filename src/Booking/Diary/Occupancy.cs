namespace Booking;

/// <summary>What is taken of each practitioner and room, day by day: appointments, live holds and blocks.</summary>
public sealed class Occupancy
{
    private readonly Dictionary<(Resource Who, int Day), TickSet> _taken = [];

    /// <summary>Marks the whole of a slot, over midnight too.</summary>
    public void Take(Resource who, Slot slot)
    {
        for (var first = slot.FirstTick; first < slot.EndTick;)
        {
            var day = first / TickSet.TicksADay;
            var midnight = day * TickSet.TicksADay;
            var end = Math.Min(slot.EndTick, midnight + TickSet.TicksADay);
            _taken[(who, day)] = Of(who, day) | TickSet.Between(first - midnight, end - midnight);
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

    /// <summary>Marks where an appointment stands as free, for the appointment itself to move there.</summary>
    public void GiveBack(Appointment appointment)
    {
        var whole = appointment.Slot.Lengthened(appointment.TurnaroundMinutes);
        var own = ~TickSet.Between(TickSet.TickOf(whole.Start), TickSet.TickOf(whole.Start) + (whole.Minutes / TickSet.MinutesATick));
        var practitioner = (Resource.Practitioner(appointment.PractitionerId), appointment.Date.DayNumber);
        _taken[practitioner] = _taken.GetValueOrDefault(practitioner) & own;
        if (appointment.RoomId is { } room)
        {
            _taken[(Resource.Room(room), appointment.Date.DayNumber)] = Of(Resource.Room(room), appointment.Date) & own;
        }
    }

    public TickSet Of(Resource who, DateOnly date) => Of(who, date.DayNumber);

    private TickSet Of(Resource who, int day) => _taken.GetValueOrDefault((who, day));
}
