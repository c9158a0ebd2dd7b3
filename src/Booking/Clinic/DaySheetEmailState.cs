namespace Booking;

/// <summary>How far the day sheet of a date has come.</summary>
public enum DaySheetEmailState
{
    /// <summary>One sender has it in hand.</summary>
    Sending = 1,

    /// <summary>The mail server has it.</summary>
    Sent = 2,

    /// <summary>It certainly has not left, and is tried again.</summary>
    Waiting = 3,

    /// <summary>The mail server would not have it.</summary>
    Refused = 4,

    /// <summary>It may have gone or not: never sent again.</summary>
    Unknown = 5,
}
