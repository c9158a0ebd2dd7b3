namespace Booking;

/// <summary>What a message tells the patient.</summary>
public enum MessageKind
{
    Confirmation,
    Reminder,
}
