namespace Booking.Data;

/// <summary>The lists of texts that the desk looks through.</summary>
public enum TextList
{
    /// <summary>A patient was not reached, and should know.</summary>
    ToSeeTo,

    /// <summary>Still to go, what is due next first.</summary>
    Waiting,

    /// <summary>Came due while nobody looked, and waits for somebody to say whether it goes.</summary>
    Overdue,

    /// <summary>The provider has it, and has not said yet that the phone has.</summary>
    Sent,
    Delivered,

    /// <summary>The patient said yes or no to it.</summary>
    Answered,

    /// <summary>Tried, and not known to have come to the phone.</summary>
    Failed,

    /// <summary>Never tried, for a reason.</summary>
    NotSent,
}

/// <summary>One text of a list, with whom and what it is about.</summary>
public sealed record ListedText(Message Message, Patient Patient, Appointment? Appointment);

/// <summary>A stretch of a list of texts.</summary>
/// <param name="Next">The text after which the list goes on; null at its end.</param>
public sealed record TextPage(IReadOnlyList<ListedText> Texts, int? Next);
