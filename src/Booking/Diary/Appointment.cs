namespace Booking;

/// <summary>A patient's place in the diary. Never deleted: it is cancelled.</summary>
public sealed partial class Appointment
{
    public const int CancelReasonLength = 200;
    public const int NoteLength = 500;

    /// <summary>How often a patient moves it on the site.</summary>
    public const int MovesADay = 3;

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

    /// <summary>The address given with this booking, which serves it alone: whoever typed it may be somebody else.</summary>
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

    /// <summary>0, or the lane beside another appointment of the same practitioner that a deliberate double booking takes.</summary>
    public int Lane { get; private set; }

    /// <summary>Why a rule of the diary was overruled for it, or null where all of them hold.</summary>
    public string? Overruled { get; private set; }

    /// <summary>For reception and practitioner; the patient never sees it.</summary>
    public string? Note { get; private set; }

    public AppointmentStatus Status { get; private set; }

    public string? CancelReason { get; private set; }

    /// <summary>Whether the clinic had not seen this patient before.</summary>
    public bool FirstVisit { get; private set; }

    /// <summary>The version of the red-flag wording to which the patient said "none of these", where the check was needed.</summary>
    public int? RedFlagVersion { get; private set; }

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
            RedFlagVersion = hold.RedFlagVersion,
            FirstVisit = patient.Id == 0,
            Status = AppointmentStatus.Booked,
            BookedAt = utcNow,
            Version = 1,
        };
        var patientNow = Signature.OfPatient(utcNow);
        appointment.PlanTexts(rules, patientNow);
        appointment.Record(patientNow, "Booked online");
        return appointment;
    }

    /// <summary>The claims that stand for it: practitioner and room until the turnaround is over, the patient while treated.</summary>
    public IEnumerable<DiaryClaim> Claims() =>
        Claiming.For(ClaimOwner.Of(this), Slot, TurnaroundMinutes, PractitionerId, RoomId, PatientId, expires: null, Lane);
}
