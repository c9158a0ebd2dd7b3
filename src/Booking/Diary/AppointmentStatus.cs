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

public static class AppointmentStatuses
{
    /// <summary>As it is said at the desk.</summary>
    public static string Said(this AppointmentStatus status) => status switch
    {
        AppointmentStatus.Booked => "Booked",
        AppointmentStatus.Confirmed => "Confirmed",
        AppointmentStatus.Arrived => "Arrived",
        AppointmentStatus.Attended => "Attended",
        AppointmentStatus.DidNotAttend => "Did not attend",
        AppointmentStatus.Cancelled => "Cancelled",
    };
}
