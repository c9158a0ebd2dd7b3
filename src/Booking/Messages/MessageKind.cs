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

    /// <summary>We missed the patient, who can book again.</summary>
    DidNotAttend,
}
