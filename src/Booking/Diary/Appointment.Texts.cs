namespace Booking;

// What the patient is told: the truth, once it has settled, and nothing that they know already.
public sealed partial class Appointment
{
    private const string ToldOfADelay = "Told of a delay";

    private static readonly TimeSpan StillFollowedUp = TimeSpan.FromDays(2);

    /// <summary>Tells a patient who is on the way that they will wait.</summary>
    /// <param name="minutes">How much later than planned they will be seen.</param>
    public void TellRunningLate(int minutes, BookingRules rules, Signature by)
    {
        Version++;
        Messages.ForEach(message => message.WithdrawRunningLate());
        Messages.Add(Message.RunningLate(this, minutes, by.TextDue(rules)));
        Record(by, ToldOfADelay, to: $"{minutes} minutes");
    }

    /// <summary>Sends one of its texts once more, because a person says so; or says why not.</summary>
    /// <param name="refused">What the network has said about the patient's telephone.</param>
    public Refusal? SendAgain(Message message, WhyNotSent? refused, Signature by)
    {
        if (message.SendAgain(this, Patient, refused, by.At) is { } refusal)
        {
            return refusal;
        }

        Version++;
        Record(by, $"{message.Kind.Said()} sent again");
        return null;
    }

    private Refusal? TakeBackRunningLate(Signature by)
    {
        if (!Messages.Exists(message => message.Kind == MessageKind.RunningLate && message.IsWaiting))
        {
            return Refusal.NothingToUndo; // the patient has read it
        }

        Version++;
        Messages.ForEach(message => message.WithdrawRunningLate());
        Record(by, $"Undone: {ToldOfADelay}");
        return null;
    }

    // Withdraws what is no longer true and has not gone, and plans what the patient does not know yet.
    private void PlanTexts(BookingRules rules, Signature by)
    {
        Messages.ForEach(message => message.Withdraw(this));
        PlanFollowUp(rules, by);
        if (StartsAt <= by.Now)
        {
            return;
        }

        if (News(rules, by) is { } news)
        {
            Messages.Add(Message.About(this, news, by.TextDue(rules)));
        }

        PlanReminders(rules, by.At);
    }

    // Only of a visit that has just been missed: whoever catches up with last week's diary writes to nobody.
    private void PlanFollowUp(BookingRules rules, Signature by)
    {
        Messages.ForEach(message => message.WithdrawFollowUp(this));
        if (Status == AppointmentStatus.DidNotAttend && rules.FollowsUpMissed && by.Now < StartsAt + StillFollowedUp
            && !Messages.Exists(message => message.Kind == MessageKind.DidNotAttend && (message.IsWaiting || message.MayHaveGone)))
        {
            Messages.Add(Message.FollowUp(this, by.At));
        }
    }

    private MessageKind? News(BookingRules rules, Signature by)
    {
        if (Messages.Exists(message => message.IsNews && message.IsWaiting))
        {
            return null; // what waits is still true: it was not withdrawn
        }

        var told = Messages.Where(message => message.IsNews && message.MayHaveGone).MaxBy(message => message.Version);
        return (Stands, told) switch
        {
            (true, null or { Kind: MessageKind.Cancelled }) => MessageKind.Confirmation,
            (true, _) => told.Tells(this) ? null : MessageKind.Changed,
            (false, { Kind: MessageKind.Cancelled }) => null,
            (false, null) => IsNewsToThem(rules, by) ? MessageKind.Cancelled : null,
            (false, _) => MessageKind.Cancelled,
        };
    }

    // They may know of it though no text has gone: from the page on which they booked, or because reception rang them. Only
    // who cancels it themselves, or was booked a moment ago at the desk, need not hear that it is off.
    private bool IsNewsToThem(BookingRules rules, Signature by) => !by.IsPatients
        && (History.Exists(line => line.Who == AppointmentEvent.ByPatient) || by.At > BookedAt.AddSeconds(rules.UndoSeconds));
}
