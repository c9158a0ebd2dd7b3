namespace Booking;

/// <summary>An appointment that time off puts out, and where it could go instead, the best place first; none if nowhere near.</summary>
public sealed record PutOut(Appointment Appointment, IReadOnlyList<Place> Places)
{
    public Place? Suggestion => Places is [var best, ..] ? best : null;
}

/// <summary>
/// Finds each appointment that time off puts out another place: with the same practitioner within a week of the old time, else
/// with a colleague who gives the treatment, else with the same practitioner later; the nearest to the old time of each. The
/// others of these places come after the first, to choose from.
/// </summary>
/// <param name="taken">All that is in the diary of these days, the time off and those whom it puts out among it.</param>
/// <param name="now">Clinic time.</param>
public sealed class LeavePlan(Clinic clinic, Occupancy taken, DateOnly from, int days, DateTime now)
{
    /// <summary>How many days before and after the old time are looked at.</summary>
    public const int DaysAround = 28;

    private const int DaysWithTheSame = 7;

    private readonly Availability _diary = new(clinic, taken, from, days, now, atDesk: true);

    /// <summary>No two of the first places are in each other's way, and none in that of an appointment that is left as it is.</summary>
    public IReadOnlyList<PutOut> For(IEnumerable<Appointment> appointments) =>
        [.. appointments.OrderBy(a => a.StartsAt).ThenBy(a => a.Id).Select(a => new PutOut(a, Suggest(a)))];

    private List<Place> Suggest(Appointment appointment)
    {
        var treatment = clinic.Treatment(appointment.TreatmentId)!;
        var same = clinic.Practitioner(appointment.PractitionerId)!;
        Lend(appointment);
        var soon = Nearest(appointment, treatment, [same], DaysWithTheSame);
        var colleague = Nearest(appointment, treatment, clinic.WhoGive(treatment).Where(p => p.Id != same.Id).ToList(), DaysAround);
        var later = soon is null ? Nearest(appointment, treatment, [same], DaysAround) : null;
        TakeBack(appointment);
        List<Place> places = [.. new[] { soon, colleague, later }.OfType<Place>()];
        if (places is [var first, ..])
        {
            Take(first, appointment);
        }

        return places;
    }

    // Where it stands now is no obstacle to moving it. A room and a patient are never in two places at a time, so that what
    // is lent was this appointment's alone; its practitioner is away then.
    private void Lend(Appointment a)
    {
        taken.GiveBack(Resource.Patient(a.PatientId), a.Slot);
        if (a.RoomId is { } room)
        {
            taken.GiveBack(Resource.Room(room), a.Slot.Lengthened(a.TurnaroundMinutes));
        }
    }

    private void TakeBack(Appointment a)
    {
        taken.Take(Resource.Patient(a.PatientId), a.Slot);
        if (a.RoomId is { } room)
        {
            taken.Take(Resource.Room(room), a.Slot.Lengthened(a.TurnaroundMinutes));
        }
    }

    private void Take(Place place, Appointment appointment)
    {
        var whole = place.Slot.Lengthened(Math.Max(appointment.TurnaroundMinutes, place.Treatment.TurnaroundMinutes));
        taken.Take(Resource.Practitioner(place.Practitioner.Id), whole);
        taken.Take(Resource.Patient(appointment.PatientId), place.Slot);
        if (place.Room is { } room)
        {
            taken.Take(Resource.Room(room.Id), whole);
        }
    }

    private Place? Nearest(Appointment appointment, Treatment treatment, IReadOnlyList<Practitioner> with, int within)
    {
        Place? best = null;
        var byDistance = _diary.Dates
            .GroupBy(date => Math.Abs(date.DayNumber - appointment.Date.DayNumber))
            .Where(dates => dates.Key <= within)
            .OrderBy(dates => dates.Key);
        foreach (var dates in byDistance)
        {
            if (best is not null && Away(best) <= TimeSpan.FromDays(dates.Key - 1))
            {
                break; // all that follows is further away
            }

            best = dates.SelectMany(date => Places(appointment, treatment, with, date)).Append(best).OfType<Place>().MinBy(Away);
        }

        return best;

        TimeSpan Away(Place place) => (place.Slot.StartsAt - appointment.StartsAt).Duration();
    }

    // Those with least to do that day come first, and so are first among equals.
    private IEnumerable<Place> Places(
        Appointment appointment, Treatment treatment, IReadOnlyList<Practitioner> with, DateOnly date)
    {
        var elsewhere = taken.Of(Resource.Patient(appointment.PatientId), date);
        var patient = elsewhere.StartsClearOf(appointment.Minutes / TickSet.MinutesATick);
        return from day in with.Select(practitioner => _diary.Day(practitioner, date)).OrderBy(day => day.BusyMinutes)
               from tick in (day.Starts(treatment, appointment.Minutes) & clinic.Rules.Grid & patient).Ticks()
               let start = TickSet.TimeOf(tick)
               where IsTimely(date.ToDateTime(start), appointment)
               select new Place(
                   treatment, day.Practitioner, day.RoomFor(treatment, start, appointment.Minutes), date, start, appointment.Minutes);
    }

    // Nobody can be asked to come sooner than they would have, and at once.
    private bool IsTimely(DateTime start, Appointment appointment) =>
        start >= now && (start >= appointment.StartsAt || start >= now.AddMinutes(clinic.Rules.NoticeMinutes));
}
