namespace Booking;

/// <summary>The free times of a stretch of days, as they are at one moment (clinic time).</summary>
/// <param name="atDesk">Whether reception asks: see <see cref="DiaryDay"/>.</param>
/// <param name="moving">The appointment for which another time is looked for; it keeps its length, and is not in what is taken.</param>
/// <param name="minutes">How long the visit is made; null for as long as it takes.</param>
public sealed class Availability(
    Clinic clinic,
    Occupancy taken,
    DateOnly from,
    int days,
    DateTime now,
    bool atDesk = false,
    Appointment? moving = null,
    int? minutes = null)
{
    public Clinic Clinic => clinic;

    /// <summary>The moment (clinic time) at which they were free.</summary>
    public DateTime Now => now;

    public IEnumerable<DateOnly> Dates => Enumerable.Range(0, days).Select(from.AddDays);

    public DiaryDay Day(Practitioner practitioner, DateOnly date) => new(clinic, practitioner, date, taken, now, atDesk);

    /// <summary>
    /// The free times of one date, soonest first. Without a practitioner each time stands once, with a fair one of those who
    /// are free then: whoever has least to do that day, and among equals each in turn.
    /// </summary>
    public IEnumerable<FreeTime> On(DateOnly date, Treatment treatment, Practitioner? with = null)
    {
        var usual = moving?.LengthAs(treatment) ?? Length.Of(treatment);
        return On(date, treatment, with, usual with { Minutes = minutes ?? usual.Minutes });
    }

    /// <summary>The same for a visit that is made so long.</summary>
    public IEnumerable<FreeTime> On(DateOnly date, Treatment treatment, Practitioner? with, Length length)
    {
        var pages = clinic.WhoGive(treatment)
            .Where(practitioner => with is null || practitioner.Id == with.Id)
            .Select(practitioner => Day(practitioner, date))
            .Select(day => new Page(day.Practitioner, day.BusyMinutes, Starts(day, treatment, length) & clinic.Rules.Grid))
            .Where(page => !page.Starts.IsEmpty)
            .OrderBy(page => page.BusyMinutes)
            .ToArray();
        var starts = TickSet.None;
        foreach (var page in pages)
        {
            starts |= page.Starts;
        }

        foreach (var tick in starts.Ticks())
        {
            var turn = date.DayNumber + (tick * TickSet.MinutesATick / clinic.Rules.GridMinutes);
            yield return new FreeTime(new Slot(date, TickSet.TimeOf(tick), length.Minutes), Fair(pages, tick, turn));
        }
    }

    // Nobody moves to where they are, nor to where they are elsewhere.
    private TickSet Starts(DiaryDay day, Treatment treatment, Length length)
    {
        var starts = day.Starts(treatment, length);
        if (moving is null)
        {
            return starts;
        }

        var elsewhere = taken.Of(Resource.Patient(moving.PatientId), day.Date);
        return starts & elsewhere.StartsClearOf(length.Ticks) & ~Here(day, treatment);
    }

    private TickSet Here(DiaryDay day, Treatment treatment)
    {
        var isHere = (day.Practitioner.Id, day.Date, treatment.Id) == (moving!.PractitionerId, moving.Date, moving.TreatmentId);
        var tick = TickSet.TickOf(moving.Start);
        return isHere ? TickSet.Between(tick, tick + 1) : TickSet.None;
    }

    // Whoever has least to do stands first: among those who are free then and have no more, each has their turn.
    private static Practitioner Fair(Page[] pages, int tick, int turn)
    {
        var equals = 0;
        Span<int> free = stackalloc int[pages.Length];
        for (var i = 0; i < pages.Length; i++)
        {
            if (pages[i].Starts.Contains(tick) && (equals == 0 || pages[i].BusyMinutes == pages[free[0]].BusyMinutes))
            {
                free[equals++] = i;
            }
        }

        return pages[free[turn % equals]].Practitioner;
    }

    /// <summary>The first free time of these days, or null.</summary>
    public FreeTime? Next(Treatment treatment, Practitioner? with = null, PartOfDay part = PartOfDay.Any) =>
        Dates.SelectMany(date => On(date, treatment, with))
            .Where(time => part.Has(time.Slot.Start))
            .Select(time => (FreeTime?)time)
            .FirstOrDefault();

    /// <summary>
    /// The free times in place of one that cannot be had, the likest first: with the same practitioner, then on the day
    /// nearest to it, then by the clock.
    /// </summary>
    public IEnumerable<FreeTime> InPlaceOf(DateTime wanted, Treatment treatment, Practitioner with) =>
        Dates.SelectMany(date => clinic.WhoGive(treatment).SelectMany(practitioner => On(date, treatment, practitioner)))
            .OrderBy(time => time.Practitioner.Id != with.Id)
            .ThenBy(time => Math.Abs(time.Slot.Date.DayNumber - DateOnly.FromDateTime(wanted).DayNumber))
            .ThenBy(time => (time.Slot.Start.ToTimeSpan() - wanted.TimeOfDay).Duration());

    /// <summary>The free times nearest to one that cannot be had, earlier or later, in the order of the clock.</summary>
    /// <param name="beside">When the patient cannot come, whoever is free then; or null.</param>
    public IReadOnlyList<FreeTime> Nearest(
        DateTime wanted, Treatment treatment, Practitioner? with = null, int count = 3, Slot? beside = null) =>
        Dates.SelectMany(date => On(date, treatment, with))
            .Where(time => beside?.Overlaps(time.Slot) != true)
            .OrderBy(time => (time.Slot.StartsAt - wanted).Duration())
            .Take(count)
            .OrderBy(time => time.Slot.StartsAt)
            .ToList();

    private readonly record struct Page(Practitioner Practitioner, int BusyMinutes, TickSet Starts);
}
