namespace Booking;

/// <summary>The way by which a message reaches a patient.</summary>
public enum MessageChannel
{
    Text,
    Email,
}
