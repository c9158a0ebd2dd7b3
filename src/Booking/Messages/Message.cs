namespace Booking;

/// <summary>One text or e-mail that is to go to a patient, once: about one time of one appointment, or in words of its own.</summary>
/// <remarks>The row is the truth about what was sent. Each step raises <see cref="Revision"/>, by which the
/// database lets only one of two writers take it.</remarks>
public sealed partial class Message
{
    public const int KeyLength = 60;

    /// <summary>Two parts of a text in the phone's own alphabet.</summary>
    public const int WordsLength = 306;

    /// <summary>Of the longest e-mail with its subject.</summary>
    public const int SaidLength = 4000;

    private static readonly TimeSpan NoteIsOfUse = TimeSpan.FromDays(1);
    private static readonly TimeSpan BeforeFollowingUp = TimeSpan.FromHours(1);

    private Message()
    {
    }

    public int Id { get; private set; }

    /// <summary>What it is about; null where it is about no appointment.</summary>
    public int? AppointmentId { get; private set; }

    /// <summary>Whom it is for, where it is about no appointment.</summary>
    public int? PatientId { get; private init; }

    /// <summary>The place on the waiting list to which its link leads; null where it is about none.</summary>
    public int? EntryId { get; private init; }

    /// <summary>Names what it was written for, where that is no appointment: the database refuses a second one for the same.</summary>
    public string? Key { get; private init; }

    /// <summary>What it says, where somebody wrote it for this patient.</summary>
    public string? Words { get; private init; }

    public MessageKind Kind { get; private init; }

    public MessageChannel Channel { get; private init; }

    /// <summary>The version of the appointment that it tells about.</summary>
    public int Version { get; private init; }

    /// <summary>The time that it tells, on the clinic's clock; of a note, when it was written.</summary>
    public DateTime StartsAt { get; private init; }

    /// <summary>Until when it is of use (UTC); null where that is the time that it tells.</summary>
    public DateTime? Expires { get; private init; }

    /// <summary>When it is of no more use, on the clinic's clock.</summary>
    public DateTime UsefulUntil => Expires is { } end ? ClinicTime.ToWall(end) : StartsAt;

    /// <summary>The practitioner whom the patient expects by it; null where that was not kept.</summary>
    public int? PractitionerId { get; private init; }

    /// <summary>How many minutes' delay it tells of; 0 where it tells of none.</summary>
    public int MinutesLate { get; private init; }

    /// <summary>The setting by which a reminder was planned; 0 for what goes at once.</summary>
    public int HoursBefore { get; private init; }

    public MessageState State { get; private set; }

    public WhyNotSent? Why { get; private set; }

    /// <summary>When something has to be done about it next (UTC); null when nothing is left to do.</summary>
    public DateTime? Due { get; private set; }

    public int Revision { get; private set; }

    public int Tries { get; private set; }

    /// <summary>How often the provider's list was read for it without finding it.</summary>
    public int Looks { get; private set; }

    public bool HadSecondChance { get; private set; }

    /// <summary>The number of the latest try; null of an e-mail.</summary>
    public string? To { get; private set; }

    /// <summary>What the latest try says, for staff to read: without the secret of its link. Null before the first, and once it
    /// is forgotten.</summary>
    public string? Said { get; private set; }

    /// <summary>A fingerprint of what the latest try says, letter for letter: the link in it is a secret, and is not kept.</summary>
    public byte[]? BodyHash { get; private set; }

    /// <summary>The opaque name of the latest try, by which the provider reports on it.</summary>
    public string? Ticket { get; private set; }

    public DateTime? TriedAt { get; private set; }

    public string? ProviderSid { get; private set; }

    public int? ErrorCode { get; private set; }

    /// <summary>Of the latest try.</summary>
    public int Parts { get; private set; }

    /// <summary>Of all tries before it that the provider took: each of them costs.</summary>
    public int EarlierParts { get; private set; }

    /// <summary>When the provider said that it has it (UTC).</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>Somebody at reception should look: the patient may not know what they should.</summary>
    public bool NeedsAttention => Standing().NeedsAttention;

    public MessageStanding Standing() => new(Kind, Channel, State, Why, Due, EmailGoesInstead, SeenToAt is not null, Answer);

    /// <summary>Tells that an appointment is booked, changed or cancelled, as it stands now.</summary>
    public static Message About(Appointment appointment, MessageKind kind, DateTime due) => new()
    {
        Kind = kind,
        Version = appointment.Version,
        StartsAt = appointment.StartsAt,
        PractitionerId = appointment.PractitionerId,
        Due = due,
    };

    /// <param name="inPlaceOfAnother">It takes the place of one that has not gone: late, it still goes.</param>
    public static Message Reminder(Appointment appointment, int hoursBefore, DateTime now, bool inPlaceOfAnother = false)
    {
        var reminder = new Message
        {
            Kind = MessageKind.Reminder,
            Version = appointment.Version,
            StartsAt = appointment.StartsAt,
            PractitionerId = appointment.PractitionerId,
            HoursBefore = hoursBefore,
            Due = ClinicTime.ToUtc(ReminderPolicy.Due(appointment.StartsAt, hoursBefore)),
        };
        reminder.SkipIfJustBooked(now, inPlaceOfAnother);
        return reminder;
    }

    /// <param name="minutes">How much later than planned the patient will be seen.</param>
    public static Message RunningLate(Appointment appointment, int minutes, DateTime due) => new()
    {
        Kind = MessageKind.RunningLate,
        Version = appointment.Version,
        StartsAt = appointment.StartsAt,
        PractitionerId = appointment.PractitionerId,
        MinutesLate = minutes,
        Due = due,
    };

    /// <summary>What reception writes to a patient.</summary>
    /// <param name="key">Names this writing of it, so that the same one pressed twice goes once.</param>
    public static Message Note(int patientId, string words, string key, DateTime now) => new()
    {
        Kind = MessageKind.Note,
        PatientId = patientId,
        Words = words,
        Key = key,
        StartsAt = ClinicTime.ToWall(now),
        Expires = now + NoteIsOfUse,
        Due = now,
    };

    /// <summary>Gives somebody the link to their place on the waiting list: once a day, however often they ask for it.</summary>
    internal static Message OnTheList(WaitingEntry entry, DateTime now)
    {
        var wall = ClinicTime.ToWall(now);
        return new()
        {
            Kind = MessageKind.OnTheList,
            PatientId = entry.PatientId,
            EntryId = entry.Id,
            Key = $"place {entry.Id} {wall:yyyy-MM-dd}",
            StartsAt = wall,
            Expires = now + NoteIsOfUse,
            Due = now,
        };
    }

    /// <summary>Tells somebody on the waiting list of a time that is kept for them.</summary>
    internal static Message Offer(WaitingEntry entry, Hold hold, DateTime now) => new()
    {
        Kind = MessageKind.Offer,
        PatientId = entry.PatientId,
        Key = $"offer {entry.Id} {hold.Slot.StartsAt:s}",
        StartsAt = hold.Slot.StartsAt,
        PractitionerId = hold.PractitionerId,
        Expires = hold.Expires,
        Due = now,
    };

    /// <summary>Asks somebody who did not come to book again: when an hour has passed in which the mark can be taken back, and
    /// never at night.</summary>
    public static Message FollowUp(Appointment appointment, DateTime now)
    {
        var due = ClinicTime.ToUtc(QuietHours.After(ClinicTime.ToWall(now + BeforeFollowingUp)));
        return new Message
        {
            Kind = MessageKind.DidNotAttend,
            Version = appointment.Version,
            StartsAt = appointment.StartsAt,
            PractitionerId = appointment.PractitionerId,
            Expires = due + NoteIsOfUse,
            Due = due,
        };
    }

    /// <summary>Goes after all: the setting by which it was planned holds again.</summary>
    internal void RemindAfterAll(DateTime now, bool inPlaceOfAnother)
    {
        Become(MessageState.Pending, ClinicTime.ToUtc(ReminderPolicy.Due(StartsAt, HoursBefore)));
        SkipIfJustBooked(now, inPlaceOfAnother);
    }

    private void SkipIfJustBooked(DateTime now, bool inPlaceOfAnother)
    {
        if (Due <= now && !inPlaceOfAnother)
        {
            Skip(WhyNotSent.JustBooked);
        }
    }
}
