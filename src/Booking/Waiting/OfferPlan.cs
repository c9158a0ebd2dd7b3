namespace Booking;

/// <summary>One time, and those to whom it is put at once.</summary>
/// <param name="Turnaround">How many minutes practitioner and room have afterwards.</param>
public sealed record PlannedOffer(Place Place, int Turnaround, IReadOnlyList<WaitingEntry> To);

/// <summary>
/// Settles which freed times go to whom: whoever has waited longest gets the soonest that suits them, and the same time goes to
/// the next few whom it suits as well. Nobody gets two.
/// </summary>
/// <remarks>A time that was free all along since they joined is nobody's offer: they were shown it, and could have booked it.</remarks>
/// <param name="taken">All that is in the diary of these days, and where patients are.</param>
/// <param name="lapses">When (clinic time) the offers lapse: a time that is too soon by then is put to nobody.</param>
public sealed class OfferPlan(
    Clinic clinic, Occupancy taken, IEnumerable<FreedTime> freed, DateOnly from, int days, DateTime lapses)
{
    private readonly Availability _diary = new(clinic, taken, from, days, lapses);
    private readonly ILookup<DateOnly, FreedTime> _freed = freed.ToLookup(time => time.Slot.Date);
    private readonly Dictionary<(int Treatment, Length Length), List<FreeTime>> _free = [];

    /// <param name="waiting">Those who can be asked now.</param>
    /// <param name="atOnce">To how many one time is put.</param>
    /// <param name="asked">How often each telephone was asked within a day.</param>
    public IEnumerable<PlannedOffer> For(IEnumerable<WaitingEntry> waiting, int atOnce, IReadOnlyDictionary<string, int> asked)
    {
        var left = waiting.OrderBy(entry => entry.JoinedAt).ThenBy(entry => entry.Id).ToList();
        var counts = new Dictionary<string, int>(asked, StringComparer.Ordinal);
        left.ForEach(LendKept);
        left.RemoveAll(WasAskedEnough);
        while (left is [var first, ..])
        {
            if (Soonest(first) is not { } time)
            {
                left.RemoveAt(0);
                continue;
            }

            // A family with one telephone is asked about one time once.
            var to = left.Where(entry => WaitsForTheSame(entry, first) && Fits(entry, time))
                .DistinctBy(entry => entry.Patient.Telephone).Take(atOnce).ToList();
            to.ForEach(entry => counts[entry.Patient.Telephone] = counts.GetValueOrDefault(entry.Patient.Telephone) + 1);
            left.RemoveAll(entry => to.Exists(one => one.PatientId == entry.PatientId) || WasAskedEnough(entry));
            yield return Take(time, to);
        }

        bool WasAskedEnough(WaitingEntry entry) => counts.GetValueOrDefault(entry.Patient.Telephone) >= Asking.MostADay;
    }

    /// <summary>All that can be put to somebody, whether it suits or not and whether it is news or not.</summary>
    public IEnumerable<FreeTime> For(WaitingEntry entry)
    {
        LendKept(entry);
        return Free(entry).Where(time => entry.WhyNot(time.Slot.StartsAt) is null && CanBeThere(entry, time));
    }

    /// <summary>One of these, put to them because somebody wants it so; null where it is not to be had.</summary>
    /// <param name="start">Clinic time.</param>
    public PlannedOffer? For(WaitingEntry entry, Practitioner with, DateTime start) => For(entry)
        .Where(time => time.Practitioner.Id == with.Id && time.Slot.StartsAt == start)
        .Select(time => Take(time, [entry]))
        .FirstOrDefault();

    // The appointment that they would give up is no obstacle to coming earlier.
    private void LendKept(WaitingEntry entry)
    {
        if (entry.Kept is { } kept)
        {
            taken.GiveBack(Resource.Patient(entry.PatientId), kept.Slot);
        }
    }

    private FreeTime? Soonest(WaitingEntry entry) => Free(entry)
        .Where(time => Fits(entry, time))
        .Select(time => (FreeTime?)time)
        .FirstOrDefault();

    private bool WaitsForTheSame(WaitingEntry one, WaitingEntry other) =>
        one.TreatmentId == other.TreatmentId && LengthFor(one) == LengthFor(other);

    private Treatment TreatmentFor(WaitingEntry entry) => clinic.Treatment(entry.TreatmentId)!;

    private Length LengthFor(WaitingEntry entry) => entry.LengthAs(TreatmentFor(entry));

    private bool Fits(WaitingEntry entry, FreeTime time) =>
        entry.Suits(time) && IsNewsTo(entry, time) && CanBeThere(entry, time);

    private bool CanBeThere(WaitingEntry entry, FreeTime time) => taken.Of(Resource.Patient(entry.PatientId), time.Slot.Date)
        .StartsClearOf(time.Slot.Minutes / TickSet.MinutesATick).Contains(TickSet.TickOf(time.Slot.Start));

    // It was given back since they joined, or had not come into reach by then.
    private bool IsNewsTo(WaitingEntry entry, FreeTime time)
    {
        var treatment = TreatmentFor(entry);
        var whole = time.Slot.Lengthened(LengthFor(entry).Turnaround);
        return time.Slot.Date > clinic.Rules.LastDay(ClinicTime.ToWall(entry.JoinedAt))
            || _freed[time.Slot.Date].Any(freed => freed.IsNewsTo(entry) && freed.Slot.Overlaps(whole)
                && (freed.PractitionerId == time.Practitioner.Id || IsRoomFor(treatment, freed.RoomId)));
    }

    private bool IsRoomFor(Treatment treatment, int? room) =>
        treatment.RoomKind is { } kind && clinic.Rooms.Any(one => one.Id == room && one.Kind == kind);

    // Of those who are free at one time the one comes first whom the page of times would show.
    private List<FreeTime> Free(WaitingEntry entry)
    {
        var (treatment, length) = (TreatmentFor(entry), LengthFor(entry));
        if (!_free.TryGetValue((treatment.Id, length), out var times))
        {
            times = [.. _diary.Dates.SelectMany(date => On(date, treatment, length))];
            _free.Add((treatment.Id, length), times);
        }

        return times;
    }

    private IEnumerable<FreeTime> On(DateOnly date, Treatment treatment, Length length) => _diary.On(date, treatment, null, length)
        .Concat(clinic.WhoGive(treatment).SelectMany(practitioner => _diary.On(date, treatment, practitioner, length)))
        .DistinctBy(time => (time.Slot.Start, time.Practitioner.Id))
        .OrderBy(time => time.Slot.Start);

    private PlannedOffer Take(FreeTime time, List<WaitingEntry> to)
    {
        var (treatment, length) = (TreatmentFor(to[0]), LengthFor(to[0]));
        var (slot, practitioner) = (time.Slot, time.Practitioner);
        var room = _diary.Day(practitioner, slot.Date).RoomFor(treatment, slot.Start, length);
        var whole = slot.Lengthened(length.Turnaround);
        taken.Take(Resource.Practitioner(practitioner.Id), whole);
        if (room is not null)
        {
            taken.Take(Resource.Room(room.Id), whole);
        }

        _free.Clear();
        return new PlannedOffer(
            new Place(treatment, practitioner, room, slot.Date, slot.Start, slot.Minutes), length.Turnaround, to);
    }
}
