namespace Booking;

// How a text becomes an e-mail: beside it, because the patient likes that, or in its place, because it cannot reach them.
public sealed partial class Message
{
    /// <summary>Whether an e-mail says what this text could not.</summary>
    public bool EmailGoesInstead { get; private set; }

    /// <summary>Where e-mails to this patient go: to the address that the clinic has, else to the one given with the booking.</summary>
    public static string? EmailOf(Appointment? appointment, Patient patient) => patient.Email ?? appointment?.Email;

    /// <summary>The same as an e-mail.</summary>
    public Message ByEmail(DateTime now) => new()
    {
        Channel = MessageChannel.Email,
        AppointmentId = AppointmentId,
        PatientId = PatientId,
        EntryId = EntryId,
        Key = Key,
        Words = Words,
        Kind = Kind,
        Version = Version,
        StartsAt = StartsAt,
        Expires = Expires,
        PractitionerId = PractitionerId,
        MinutesLate = MinutesLate,
        HoursBefore = HoursBefore,
        Due = now,
    };

    /// <summary>Whether an e-mail has to say it: no text will reach this patient, or not by now.</summary>
    public bool NeedsAnEmail(DateTime now) => Channel == MessageChannel.Text && CanBeAnEmail && ClinicTime.ToUtc(UsefulUntil) > now && State switch
    {
        MessageState.Undelivered or MessageState.Failed => true,
        MessageState.Skipped => IsBecauseOfTheTelephone(Why) || Why == WhyNotSent.ByEmail,
        MessageState.Pending or MessageState.Sending or MessageState.Sent or MessageState.Delivered or MessageState.Unknown => false,
    };

    /// <summary>An offer is over before an e-mail is read.</summary>
    public bool CanBeAnEmail => Kind != MessageKind.Offer;

    /// <summary>Whether the patient, who likes e-mails better, gets one in place of this text.</summary>
    public static bool IsRatherAnEmail(Patient patient, WhyNotSent? why) =>
        patient.ToldBy == ToldBy.Email && (why is null || IsBecauseOfTheTelephone(why));

    public void LeaveItToTheEmail() => (EmailGoesInstead, Revision) = (true, Revision + 1);

    private static bool IsBecauseOfTheTelephone(WhyNotSent? why) => why == WhyNotSent.NotTextable || RefusedNumber.Tells(why);

    // No mail server can be asked what became of an e-mail: a person has to look.
    private DateTime? LookedForFrom(DateTime due) => Channel == MessageChannel.Text ? due : null;
}
