namespace Booking;

/// <summary>How far an appointment has come.</summary>
public enum AppointmentStatus
{
    Booked = 1,

    /// <summary>The patient has said that they will come.</summary>
    Confirmed = 2,

    /// <summary>The patient is in the waiting room.</summary>
    Arrived = 3,
    Attended = 4,
    DidNotAttend = 5,
    Cancelled = 6,
}
