namespace Booking;

/// <summary>Whether somebody on the waiting list can be asked now, and which times are any better for them.</summary>
public static class Asking
{
    /// <summary>How many times are put to one telephone within a day without anybody's doing.</summary>
    public const int MostADay = 3;

    /// <summary>How many links to places on the list go to one telephone within a day, whoever asks for them on the site.</summary>
    public const int MostLinksADay = 3;

    private static readonly Refusal Ended = new("They are no longer on the waiting list.");
    private static readonly Refusal AskedNow = new("They are being asked about a time now. Wait until they answer or it lapses.");
    private static readonly Refusal AskedBefore = new("They have been asked about that very time before. Ring them.");
    private static readonly Refusal NotEarlier = new("That is not earlier than the appointment that they have.");
    private static readonly Refusal KeptTooSoon = new("Their appointment is too soon to be moved by themselves. Ring them.");
    private static readonly Refusal AtNight = new("It is too late or too early for a text: nobody is asked at night. Ring them in the morning.");
    private static readonly Refusal NoTexts = new("They cannot be texted. Ring them, and book it for them.");

    /// <summary>Why they take no texts, or null if they do.</summary>
    public static WhyNotSent? WhyNoTexts(this WaitingEntry entry, WhyNotSent? refused) =>
        Telephone.TryParse(entry.Patient.Telephone, out var number) && number.IsTextable ? refused : WhyNotSent.NotTextable;

    /// <summary>Why nobody can ask them now, or null if somebody can.</summary>
    /// <param name="refused">What the network has said about their telephone.</param>
    public static Refusal? WhyNotAsk(this WaitingEntry entry, WhyNotSent? refused, BookingRules rules, DateTime utcNow)
    {
        var lapses = ClinicTime.ToWall(utcNow).AddMinutes(rules.OfferMinutes);
        return !entry.IsWaiting ? Ended
            : entry.Offers.Exists(offer => offer.IsOpen(utcNow)) ? AskedNow
            : entry.WhyNoTexts(refused) is not null ? NoTexts
            : entry.Kept is { } kept && !kept.CanBeMovedByPatient(rules, lapses) ? KeptTooSoon
            : WhyNotNow(rules, utcNow);
    }

    /// <summary>Why nobody at all is asked now: neither the text nor the time to think may fall into the night.</summary>
    public static Refusal? WhyNotNow(BookingRules rules, DateTime utcNow)
    {
        var now = ClinicTime.ToWall(utcNow);
        return QuietHours.Cover(now) || QuietHours.Cover(now.AddMinutes(rules.OfferMinutes)) ? AtNight : null;
    }

    /// <summary>Why this time (clinic time) cannot be put to them, whether it suits or not; null if it can.</summary>
    public static Refusal? WhyNot(this WaitingEntry entry, DateTime start) =>
        entry.Offers.Exists(offer => offer.StartsAt == start) ? AskedBefore
        : entry.Kept is { } kept && kept.StartsAt <= start ? NotEarlier
        : null;

    /// <summary>Whether it is a time to put to them without anybody's doing.</summary>
    public static bool Suits(this WaitingEntry entry, FreeTime time) =>
        entry.Wishes.Suit(time) && entry.WhyNot(time.Slot.StartsAt) is null;

    /// <summary>How long a visit they wait for: as long as the one of which it would take the place.</summary>
    public static Length LengthAs(this WaitingEntry entry, Treatment treatment) =>
        entry.Kept?.LengthAs(treatment) ?? Length.Of(treatment);

    /// <summary>Whether a patient who has this can ask to be told of something earlier; now is clinic time.</summary>
    public static bool CanMoveUp(this Appointment appointment, Clinic clinic, DateTime now) =>
        clinic.Rules.OffersAtOnce > 0
        && clinic.Treatment(appointment.TreatmentId) is { OfferedOnline: true }
        && appointment.CanBeMovedByPatient(clinic.Rules, now);

    /// <summary>Why they no longer wait, or null if they still do; now is clinic time.</summary>
    public static string? WhyOver(this WaitingEntry entry, DateTime now) =>
        entry.Until < DateOnly.FromDateTime(now) ? "Their last day has passed"
        : entry is { OnlyFound: true, Kept.Status: AppointmentStatus.Arrived or AppointmentStatus.Attended } ? "They have come"
        : entry is { OnlyFound: false, Kept: { } kept } && !kept.CanBeCancelled(now) ? "The appointment that they had is over or cancelled"
        : null;

    /// <summary>Whether nothing is left of the appointment that was found for them; now is clinic time.</summary>
    public static bool HasLostIt(this WaitingEntry entry, DateTime now) =>
        entry is { OnlyFound: true, Kept: { } found }
        && (found.Status is AppointmentStatus.Cancelled or AppointmentStatus.DidNotAttend || found.Date < DateOnly.FromDateTime(now));
}
