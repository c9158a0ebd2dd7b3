namespace Booking;

/// <summary>How far a message has come on its one way to the patient.</summary>
public enum MessageState
{
    /// <summary>Waits until it is due.</summary>
    Pending,

    /// <summary>One sender has it in hand; nobody else may touch it until the lease is over.</summary>
    Sending,

    /// <summary>The provider has it.</summary>
    Sent,

    /// <summary>The patient's phone has it.</summary>
    Delivered,

    /// <summary>The network could not bring it to the phone.</summary>
    Undelivered,

    /// <summary>It was refused, or could not be written: it never left.</summary>
    Failed,

    /// <summary>It may have gone or not: never sent again blindly.</summary>
    Unknown,

    /// <summary>There was a good reason not to send it.</summary>
    Skipped,
}
