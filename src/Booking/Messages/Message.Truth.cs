namespace Booking;

// Whether what a message says is so, and whether the patient may have read it.
public sealed partial class Message
{
    /// <summary>Whether it tells that the appointment is booked, changed or cancelled; a reminder repeats what is known.</summary>
    public bool IsNews => Kind is MessageKind.Confirmation or MessageKind.Changed or MessageKind.Cancelled;

    internal bool IsReminderText => Kind == MessageKind.Reminder && Channel == MessageChannel.Text;

    /// <summary>Whether it has not gone and still can.</summary>
    public bool IsWaiting => State == MessageState.Pending || (State == MessageState.Sending && Ticket is null);

    /// <summary>Whether the patient may have it.</summary>
    public bool MayHaveGone => State switch
    {
        MessageState.Sending => Ticket is not null,
        MessageState.Sent or MessageState.Delivered or MessageState.Unknown => true,
        MessageState.Pending or MessageState.Undelivered or MessageState.Failed or MessageState.Skipped => false,
    };

    /// <summary>Whether what it says is so.</summary>
    public bool Tells(Appointment appointment) => WhyUntrue(appointment) is null;

    /// <summary>Why what it says is not so, or null if it is.</summary>
    public WhyNotSent? WhyUntrue(Appointment appointment)
    {
        if (Kind == MessageKind.DidNotAttend)
        {
            return appointment.Status == AppointmentStatus.DidNotAttend ? null : WhyNotSent.CameAfterAll;
        }

        if (appointment.Stands == (Kind == MessageKind.Cancelled))
        {
            return appointment.Stands ? WhyNotSent.Restored : WhyNotSent.Cancelled;
        }

        var isThere = StartsAt == appointment.StartsAt && (PractitionerId ?? appointment.PractitionerId) == appointment.PractitionerId;
        return isThere || Kind == MessageKind.Cancelled ? null : WhyNotSent.Moved;
    }

    /// <summary>Why the clinic, as it is set up now, sends no such message; null if it does.</summary>
    public WhyNotSent? WhyUnwanted(BookingRules rules) =>
        Kind == MessageKind.DidNotAttend && !rules.FollowsUpMissed ? WhyNotSent.SwitchedOff : null;

    /// <summary>Keeps it from going if what it says is no longer so.</summary>
    internal void Withdraw(Appointment appointment)
    {
        if (WhyUntrue(appointment) is { } why)
        {
            Skip(why);
        }
    }

    /// <summary>A newer word about the delay takes its place.</summary>
    internal void WithdrawRunningLate()
    {
        if (Kind == MessageKind.RunningLate)
        {
            Skip(WhyNotSent.Replaced);
        }
    }

    /// <summary>They came after all.</summary>
    internal void WithdrawFollowUp(Appointment appointment)
    {
        if (Kind == MessageKind.DidNotAttend)
        {
            Withdraw(appointment);
        }
    }

    /// <summary>Whether the patient has been or will be reminded of this place by it, or need not be.</summary>
    internal bool IsGoodFor(Appointment appointment) =>
        Tells(appointment) && (State != MessageState.Skipped || Why is WhyNotSent.JustBooked or WhyNotSent.ByEmail);
}
