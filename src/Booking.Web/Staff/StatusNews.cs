namespace Booking.Web;

/// <summary>How far an appointment has come: a sign, a word, and how its line in the day's list looks.</summary>
public readonly record struct StatusNews(string Sign, string Word, string Look, string Line)
{
    public static StatusNews Of(AppointmentStatus status) => status switch
    {
        AppointmentStatus.Booked => new("\u25CB", "Booked", "wait", ""),
        AppointmentStatus.Confirmed => new("\u25C9", "Confirmed", "", ""),
        AppointmentStatus.Arrived => new("\u279C", "Arrived", "good", "arrived"),
        AppointmentStatus.Attended => new("\u2714", "Attended", "good", "attended"),
        AppointmentStatus.DidNotAttend => new("\u2716", "Did not attend", "care", "missed"),
        AppointmentStatus.Cancelled => new("\u2715", "Cancelled", "bad", "off"),
    };

    /// <summary>What the button says that brings it so far.</summary>
    public static string Deed(AppointmentStatus status) => status switch
    {
        AppointmentStatus.Booked => "Take the mark off",
        AppointmentStatus.Confirmed => "Mark confirmed",
        AppointmentStatus.Arrived => "Mark arrived",
        AppointmentStatus.Attended => "Mark attended",
        AppointmentStatus.DidNotAttend => "Mark not attended",
        AppointmentStatus.Cancelled => "Cancel",
    };
}
