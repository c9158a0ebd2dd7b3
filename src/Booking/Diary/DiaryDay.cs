namespace Booking;

/// <summary>One practitioner's page of the diary for one date, as it stands now (clinic time).</summary>
public sealed class DiaryDay(Clinic clinic, Practitioner practitioner, DateOnly date, Occupancy taken, DateTime now)
{
    public Practitioner Practitioner => practitioner;

    private TickSet Busy => taken.Of(Resource.Practitioner(practitioner.Id), date);

    /// <summary>How many minutes of the day are taken: who has least is asked first.</summary>
    public int BusyMinutes => Busy.Count * TickSet.MinutesATick;

    /// <summary>The ticks at which this treatment can start.</summary>
    public TickSet Starts(Treatment treatment)
    {
        var starts = TickSet.All;
        foreach (var rule in Rules(treatment))
        {
            starts &= rule.Starts;
            if (starts.IsEmpty)
            {
                break; // no rule gives a start back
            }
        }

        return starts;
    }

    /// <summary>The first reason why this treatment cannot start then, or null if it can.</summary>
    public Refusal? WhyNot(Treatment treatment, TimeOnly start)
    {
        if (start.Ticks % (TickSet.MinutesATick * TimeSpan.TicksPerMinute) != 0)
        {
            return Refusal.OffGrid;
        }

        var tick = TickSet.TickOf(start);
        return Rules(treatment).FirstOrDefault(rule => !rule.Starts.Contains(tick)).Otherwise;
    }

    /// <summary>
    /// A room in which this treatment can start then, null if it needs none. Each practitioner looks first at a room of their
    /// own, so that two who are booked at once seldom reach for the same.
    /// </summary>
    public Room? RoomFor(Treatment treatment, TimeOnly start)
    {
        var rooms = clinic.RoomsFor(treatment).ToList();
        var own = rooms.Count > 0 ? practitioner.Id % rooms.Count : 0;
        return rooms.Skip(own).Concat(rooms.Take(own))
            .FirstOrDefault(room => RoomStarts(room, treatment).Contains(TickSet.TickOf(start)));
    }

    // Every rule stands here once: what it leaves of the day, and what is said to somebody whom it turns away. The list of
    // free times is what all of them leave; a save asks which of them objects.
    private IEnumerable<(TickSet Starts, Refusal Otherwise)> Rules(Treatment treatment)
    {
        yield return (Only(treatment.OfferedOnline), Refusal.NotOffered);
        yield return (Only(practitioner.Gives(treatment)), Refusal.NotGiven);
        yield return (Only(clinic.Rules.WithinHorizon(date, now)), Refusal.TooFar);
        yield return (clinic.Rules.InTime(date, now), Refusal.TooSoon);
        yield return (Only(clinic.ClosureOn(date) is null), Refusal.Closed);
        yield return (clinic.Rules.Grid, Refusal.OffGrid);
        yield return (clinic.HoursOn(practitioner, date).StartsOfRuns(treatment.Ticks), Refusal.OutsideHours);
        yield return (StartsWhereFree(Busy, treatment), Refusal.Taken);
        yield return (RoomStarts(treatment), Refusal.NoRoom);
    }

    private TickSet RoomStarts(Treatment treatment) => treatment.RoomKind is null
        ? TickSet.All
        : clinic.RoomsFor(treatment).Aggregate(TickSet.None, (starts, room) => starts | RoomStarts(room, treatment));

    private TickSet RoomStarts(Room room, Treatment treatment) =>
        StartsWhereFree(taken.Of(Resource.Room(room.Id), date), treatment);

    // The turnaround may run on past closing time, but into nothing else that is in the diary.
    private static TickSet StartsWhereFree(TickSet busy, Treatment treatment) =>
        busy.StartsClearOf(treatment.TicksWithTurnaround);

    private static TickSet Only(bool allowed) => allowed ? TickSet.All : TickSet.None;
}
