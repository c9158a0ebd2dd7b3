namespace Booking;

/// <summary>A patient's place in the diary. Never deleted: it is cancelled.</summary>
public sealed class Appointment
{
    public const int CancelReasonLength = 200;

    private Appointment()
    {
    }

    public int Id { get; private init; }

    public int PatientId { get; private set; }

    public Patient Patient { get; private set; } = null!;

    /// <summary>
    /// The name as typed for this booking. It is what the site shows: the name that the clinic has for a patient would tell
    /// whoever types one like it that there is such a patient.
    /// </summary>
    public string BookedAs { get; private set; } = "";

    /// <summary>The address given with this booking; one that a patient has is not changed by what somebody types.</summary>
    public string? Email { get; private set; }

    public int TreatmentId { get; private set; }

    public Treatment Treatment { get; private set; } = null!;

    public int PractitionerId { get; private set; }

    public Practitioner Practitioner { get; private set; } = null!;

    public int? RoomId { get; private set; }

    public Room? Room { get; private set; }

    public DateOnly Date { get; private set; }

    public TimeOnly Start { get; private set; }

    /// <summary>As it was when booked: a treatment that becomes longer leaves it alone.</summary>
    public int Minutes { get; private set; }

    public int TurnaroundMinutes { get; private set; }

    public int PricePence { get; private set; }

    public AppointmentStatus Status { get; private set; }

    public string? CancelReason { get; private set; }

    /// <summary>Whether the clinic had not seen this patient before.</summary>
    public bool FirstVisit { get; private set; }

    /// <summary>The version of the red-flag wording to which the patient said "none of these", where the check was needed.</summary>
    public int? RedFlagWordingId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime BookedAt { get; private set; }

    /// <summary>Raised with every change. Two people who change one appointment: the second is told.</summary>
    public int Version { get; private set; }

    public List<AppointmentEvent> History { get; private init; } = [];

    public List<Message> Messages { get; private init; } = [];

    /// <summary>What the site calls whoever booked.</summary>
    public string FirstName => PersonName.Parse(BookedAs).First;

    public bool Stands => Status != AppointmentStatus.Cancelled;

    public Slot Slot => new(Date, Start, Minutes);

    /// <summary>Clinic time.</summary>
    public DateTime StartsAt => Slot.StartsAt;

    /// <summary>Turns a hold into an appointment, with its confirmation and its reminder.</summary>
    public static Appointment Book(
        Hold hold,
        int? roomId,
        Patient patient,
        int pricePence,
        BookingRules rules,
        DateTime utcNow,
        PersonName? bookedAs = null,
        string? email = null)
    {
        var appointment = new Appointment
        {
            Patient = patient,
            PatientId = patient.Id,
            BookedAs = bookedAs?.Text ?? patient.FullName,
            Email = email ?? patient.Email,
            TreatmentId = hold.TreatmentId,
            PractitionerId = hold.PractitionerId,
            RoomId = roomId,
            Date = hold.Date,
            Start = hold.Start,
            Minutes = hold.Minutes,
            TurnaroundMinutes = hold.TurnaroundMinutes,
            PricePence = pricePence,
            RedFlagWordingId = hold.RedFlagWordingId,
            FirstVisit = patient.Id == 0,
            Status = AppointmentStatus.Booked,
            BookedAt = utcNow,
            Version = 1,
        };
        appointment.Messages.Add(Message.Confirmation(appointment.Version, appointment.StartsAt, utcNow));
        appointment.Messages.Add(
            Message.Reminder(appointment.Version, appointment.StartsAt, rules.ReminderHours, utcNow));
        appointment.Record(AppointmentEvent.ByPatient, "Booked online", utcNow);
        return appointment;
    }

    /// <summary>Whether it is still to come; now is clinic time.</summary>
    public bool CanBeCancelled(DateTime now) =>
        Status is AppointmentStatus.Booked or AppointmentStatus.Confirmed && now < StartsAt;

    /// <summary>Gives the time back and withdraws what has not been sent; or says why not.</summary>
    /// <param name="who">The patient, or the member of staff by name.</param>
    /// <param name="now">Clinic time.</param>
    /// <param name="utcNow">The same moment in UTC.</param>
    public Refusal? Cancel(string who, string reason, DateTime now, DateTime utcNow)
    {
        if (!CanBeCancelled(now))
        {
            return Refusal.AlreadyOver;
        }

        Status = AppointmentStatus.Cancelled;
        CancelReason = reason;
        Version++;
        Messages.ForEach(message => message.Skip(WhyNotSent.Cancelled));
        Record(who, "Cancelled", utcNow);
        return null;
    }

    /// <summary>The claims that stand for it: practitioner and room until the turnaround is over, the patient while treated.</summary>
    public IEnumerable<DiaryClaim> Claims() =>
        Claiming.For(ClaimOwner.Of(this), Slot, TurnaroundMinutes, PractitionerId, RoomId, PatientId, expires: null);

    private void Record(string who, string what, DateTime utcNow) =>
        History.Add(new AppointmentEvent { At = utcNow, Who = who, What = what });
}
