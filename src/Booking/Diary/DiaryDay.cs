namespace Booking;

/// <summary>One practitioner's page of the diary for one date, as it stands now (clinic time).</summary>
/// <param name="atDesk">Whether reception asks: it books at any 5 minutes, at once, as far ahead as it likes.</param>
/// <param name="begun">The start of an appointment that stays where it is on this date: it may have begun long ago.</param>
public sealed class DiaryDay(
    Clinic clinic, Practitioner practitioner, DateOnly date, Occupancy taken, DateTime now, bool atDesk = false, TimeOnly? begun = null)
{
    public Practitioner Practitioner => practitioner;

    public DateOnly Date => date;

    private TickSet Busy => taken.Of(Resource.Practitioner(practitioner.Id), date);

    /// <summary>How many minutes of the day are taken: who has least is asked first.</summary>
    public int BusyMinutes => Busy.Count * TickSet.MinutesATick;

    /// <summary>The ticks at which this treatment can start.</summary>
    public TickSet Starts(Treatment treatment) => Starts(treatment, Length.Of(treatment));

    /// <summary>The same for a treatment made so long.</summary>
    public TickSet Starts(Treatment treatment, Length length)
    {
        var starts = TickSet.All;
        foreach (var rule in Rules(treatment, length))
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
    public Refusal? WhyNot(Treatment treatment, TimeOnly start) => WhysNot(treatment, start, Length.Of(treatment)).FirstOrDefault();

    /// <summary>Every reason why this treatment, made so long, cannot start then; the weightiest first.</summary>
    public IEnumerable<Refusal> WhysNot(Treatment treatment, TimeOnly start, Length length)
    {
        if (start.Ticks % (TickSet.MinutesATick * TimeSpan.TicksPerMinute) != 0)
        {
            return [Refusal.OffGrid];
        }

        var tick = TickSet.TickOf(start);
        return Rules(treatment, length).Where(rule => !rule.Starts.Contains(tick)).Select(rule => rule.Otherwise);
    }

    /// <summary>
    /// A room in which this treatment can start then, null if it needs none. Each practitioner looks first at a room of their
    /// own, so that two who are booked at once seldom reach for the same.
    /// </summary>
    public Room? RoomFor(Treatment treatment, TimeOnly start) => RoomFor(treatment, start, Length.Of(treatment));

    /// <summary>The same for a treatment made so long.</summary>
    public Room? RoomFor(Treatment treatment, TimeOnly start, Length length)
    {
        var rooms = clinic.RoomsFor(treatment).ToList();
        var tick = TickSet.TickOf(start);
        return Enumerable.Range(0, rooms.Count)
            .Select(turn => rooms[(practitioner.Id + turn) % rooms.Count])
            .FirstOrDefault(room => StartsWhereFree(room, length.WholeTicks).Contains(tick));
    }

    // Every rule stands here once: what it leaves of the day, and what is said to somebody whom it turns away. The list of
    // free times is what all of them leave; a save asks which of them objects.
    private IEnumerable<(TickSet Starts, Refusal Otherwise)> Rules(Treatment treatment, Length length)
    {
        if (atDesk)
        {
            yield return (Only(!treatment.Archived), Refusal.Archived);
            yield return (Only(practitioner.Gives(treatment)), Refusal.NotGiven);
            yield return (clinic.Rules.NotPast(date, now) | Begun, Refusal.Past);
            yield return (Only(date <= DateOnly.FromDateTime(now).AddDays(BookingRules.DeskDays)), Refusal.YearsAhead);
        }
        else
        {
            yield return (Only(treatment.OfferedOnline), Refusal.NotOffered);
            yield return (Only(practitioner.Gives(treatment)), Refusal.NotGiven);
            yield return (Only(clinic.Rules.WithinHorizon(date, now)), Refusal.TooFar);
            yield return (clinic.Rules.InTime(date, now), Refusal.TooSoon);
            yield return (clinic.Rules.Grid, Refusal.OffGrid);
        }

        yield return (Only(clinic.ClosureOn(date) is null), Refusal.Closed);
        yield return (clinic.HoursOn(practitioner, date).StartsOfRuns(length.Ticks), Refusal.OutsideHours);
        yield return (StartsWhereFree(Busy, length.WholeTicks), Refusal.Taken);
        yield return (RoomStarts(treatment, length.WholeTicks), Refusal.NoRoom);
    }

    private TickSet Begun => begun is { } start ? TickSet.Between(TickSet.TickOf(start), TickSet.TickOf(start) + 1) : TickSet.None;

    private TickSet RoomStarts(Treatment treatment, int ticks) => treatment.RoomKind is null
        ? TickSet.All
        : clinic.RoomsFor(treatment).Aggregate(TickSet.None, (starts, room) => starts | StartsWhereFree(room, ticks));

    private TickSet StartsWhereFree(Room room, int ticks) => StartsWhereFree(taken.Of(Resource.Room(room.Id), date), ticks);

    // The turnaround may run on past closing time, but into nothing else that is in the diary.
    private static TickSet StartsWhereFree(TickSet busy, int ticks) => busy.StartsClearOf(ticks);

    private static TickSet Only(bool allowed) => allowed ? TickSet.All : TickSet.None;
}
