namespace Booking;

/// <summary>What a message tells the patient.</summary>
public enum MessageKind
{
    Confirmation,
    Reminder,

    /// <summary>The appointment is at another time, or with somebody else.</summary>
    Changed,
    Cancelled,

    /// <summary>The patient will wait today.</summary>
    RunningLate,

    /// <summary>What reception writes to a patient in its own words.</summary>
    Note,

    /// <summary>A time that has come free is kept for somebody on the waiting list.</summary>
    Offer,

    /// <summary>We missed the patient, who can book again.</summary>
    DidNotAttend,

    /// <summary>How to see, change or leave a place on the waiting list.</summary>
    OnTheList,
}

public static class MessageKinds
{
    /// <summary>As it is said at the desk.</summary>
    public static string Said(this MessageKind kind) => kind switch
    {
        MessageKind.Confirmation => "Confirmation",
        MessageKind.Reminder => "Reminder",
        MessageKind.Changed => "Text about the change",
        MessageKind.Cancelled => "Text about the cancellation",
        MessageKind.RunningLate => "Text about the delay",
        MessageKind.Note => "Note",
        MessageKind.Offer => "Offer",
        MessageKind.DidNotAttend => "Follow-up",
        MessageKind.OnTheList => "Link to the waiting list",
    };
}
