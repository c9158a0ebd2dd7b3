namespace Booking;

// What a person decides about a text that has not reached its patient.
public sealed partial class Message
{
    public const int WhoLength = 100;

    /// <summary>Who at the desk has seen to it.</summary>
    public string? SeenToBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? SeenToAt { get; private set; }

    /// <summary>Whether it has come to an end from which a person may send it again.</summary>
    public bool CanGoAgain => State switch
    {
        MessageState.Failed or MessageState.Undelivered => true,
        MessageState.Unknown => Due is null,
        MessageState.Skipped => Why == WhyNotSent.NotTextable || RefusedNumber.Tells(Why),
        MessageState.Pending or MessageState.Sending or MessageState.Sent or MessageState.Delivered => false,
    };

    /// <summary>Whether the patient may have it already, so that a second one would be a repetition.</summary>
    public bool MayRepeat => State == MessageState.Unknown;

    /// <summary>Sends it once more; or says why not. What is reported of the earlier try counts no more.</summary>
    /// <param name="appointment">What it is about, or null where that is no appointment.</param>
    /// <param name="refused">What the network has said about the patient's telephone.</param>
    /// <param name="now">UTC.</param>
    public Refusal? SendAgain(Appointment? appointment, Patient patient, WhyNotSent? refused, DateTime now)
    {
        if (!CanGoAgain)
        {
            return Refusal.TextHasMovedOn;
        }

        if (WhyNot(appointment, patient, refused, ClinicTime.ToWall(now)) is { } why)
        {
            return Refuse(why);
        }

        EarlierParts += State == MessageState.Undelivered ? Parts : 0;

        // A person has asked for this try: there is no other after it.
        (HadSecondChance, Looks, Ticket, BodyHash, ProviderSid, ErrorCode) = (true, 0, null, null, null, null);
        (SeenToBy, SeenToAt, EmailGoesInstead) = (null, null, false);
        Become(MessageState.Pending, now);
        return null;
    }

    /// <summary>Takes it off the list of those that somebody should see to; or says why not.</summary>
    public Refusal? SeeTo(string who, DateTime now)
    {
        if (!NeedsAttention)
        {
            return Refusal.TextHasMovedOn;
        }

        (SeenToBy, SeenToAt) = (who, now);
        Revision++;
        return null;
    }

    private static Refusal Refuse(WhyNotSent why) => why switch
    {
        WhyNotSent.TooLate => Refusal.TooLateToText,
        WhyNotSent.OptedOut => Refusal.WantsNoTexts,
        WhyNotSent.NotTextable => Refusal.NoMobile,
        _ when RefusedNumber.Tells(why) => Refusal.NumberTakesNoTexts,
        _ => Refusal.TextIsUntrue,
    };
}
