using CsCheck;

namespace Booking.Tests;

/// <summary>A clinic with appointments in its diary, some of them in the way of time off.</summary>
internal sealed class FullDiary
{
    private const int Days = 60;

    private static readonly Signature Desk = new("Rosa Desk", new(2026, 2, 1, 9, 0, 0, DateTimeKind.Utc));

    private readonly WestHill _west = new();
    private readonly List<Patient> _patients = [.. Enumerable.Range(1, 6).Select(NewPatient)];

    private FullDiary(IReadOnlyList<(int Who, int What, int Patient, int Day, int Tick)> wishes, int away, int firstDay, int days)
    {
        var locum = WestHill.Works(3, "Cleo Locum", _west.Sports, _west.Acupuncture);
        locum.LastDay = WestHill.Monday.AddDays(20);
        _west.Locums.Add(locum);
        Clinic = _west.Open(WestHill.Monday).Clinic;
        wishes.ToList().ForEach(Book);
        var from = WestHill.Monday.AddDays(firstDay).ToDateTime(TimeOnly.MinValue);
        Off = new TimeOff(
            [.. Clinic.Practitioners.Where(p => ((away >> (p.Id - 1)) & 1) == 1)],
            from.AddHours(days % 2 * 11),
            from.AddDays(days).AddHours(15),
            "Leave");
    }

    public static Gen<FullDiary> Any { get; } = Gen.Select(
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 5], Gen.Int[0, 14], Gen.Int[96, 240]).List[1, 80],
        Gen.Int[1, 7], Gen.Int[0, 10], Gen.Int[0, 7],
        (wishes, away, firstDay, days) => new FullDiary(wishes, away, firstDay, days));

    public Clinic Clinic { get; }

    public List<Appointment> Appointments { get; } = [];

    public TimeOff Off { get; }

    public DateTime Now => _west.Now;

    public IReadOnlyList<PutOut> Plan()
    {
        var taken = Occupancy(without: null, []);
        Off.Take(taken);
        return new LeavePlan(Clinic, taken, WestHill.Monday, Days, Now).For(Appointments.Where(a => Off.PutsOut(a, Now)));
    }

    /// <summary>What is taken by everybody but one, and by these places too, reckoned anew.</summary>
    public Occupancy Occupancy(Appointment? without, IEnumerable<PutOut> moved)
    {
        var taken = new Occupancy();
        foreach (var a in Appointments.Where(a => a != without))
        {
            Take(taken, a.PractitionerId, a.RoomId, a.PatientId, a.Slot, a.TurnaroundMinutes);
        }

        foreach (var (a, place) in moved.Where(one => one.Suggestion is not null).Select(one => (one.Appointment, one.Suggestion!)))
        {
            Take(taken, place.Practitioner.Id, place.Room?.Id, a.PatientId, place.Slot, a.TurnaroundMinutes);
        }

        return taken;
    }

    public override string ToString() => $"{Off.Who.Count} away {Off.From:g} to {Off.Until:g}, {Appointments.Count} appointments";

    private static void Take(Occupancy taken, int practitioner, int? room, int patient, Slot slot, int turnaround)
    {
        taken.Take(Resource.Practitioner(practitioner), slot.Lengthened(turnaround));
        taken.Take(Resource.Patient(patient), slot);
        if (room is { } there)
        {
            taken.Take(Resource.Room(there), slot.Lengthened(turnaround));
        }
    }

    // Whatever fits: a wish that does not is dropped.
    private void Book((int Who, int What, int Patient, int Day, int Tick) wish)
    {
        var (practitioner, treatment) = (Clinic.Practitioners[wish.Who], Clinic.Treatments[wish.What]);
        var (date, start) = (WestHill.Monday.AddDays(wish.Day), TickSet.TimeOf(wish.Tick));
        var taken = Occupancy(null, []);
        var day = new DiaryDay(Clinic, practitioner, date, taken, Now, atDesk: true);
        var patient = _patients[wish.Patient];
        if (day.WhyNot(treatment, start) is not null || !taken.Of(Resource.Patient(patient.Id), date)
            .StartsClearOf(treatment.Minutes / TickSet.MinutesATick).Contains(wish.Tick))
        {
            return;
        }

        var place = new Place(treatment, practitioner, day.RoomFor(treatment, start), date, start, treatment.Minutes);
        var booked = Appointment.BookAtDesk(place, patient, firstVisit: false, null, null, Clinic.Rules, Desk);
        typeof(Appointment).GetProperty(nameof(Appointment.Id))!.SetValue(booked, Appointments.Count + 1);
        Appointments.Add(booked);
    }

    private static Patient NewPatient(int id)
    {
        var name = $"Jo {(char)('A' + id)}loggs";
        var patient = Patient.New(PersonName.Parse(name), Telephone.Parse($"07700 90012{id}"), null, 0, Desk.At);
        typeof(Patient).GetProperty(nameof(Patient.Id))!.SetValue(patient, id);
        return patient;
    }
}
