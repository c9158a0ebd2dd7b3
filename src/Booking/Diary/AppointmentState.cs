namespace Booking;

/// <summary>All of an appointment that the desk can change, as it was at one moment: enough to put it back.</summary>
public sealed record AppointmentState(
    int TreatmentId,
    int PractitionerId,
    int? RoomId,
    DateOnly Date,
    TimeOnly Start,
    int Minutes,
    int TurnaroundMinutes,
    int PricePence,
    int Lane,
    string? Overruled,
    AppointmentStatus Status,
    string? CancelReason,
    string? Note)
{
    /// <summary>Whether practitioner, room and time are the same: nothing has to be claimed or given back.</summary>
    public bool IsWhere(AppointmentState other) =>
        (PractitionerId, RoomId, Date, Start, Minutes, TurnaroundMinutes, Lane)
        == (other.PractitionerId, other.RoomId, other.Date, other.Start, other.Minutes, other.TurnaroundMinutes, other.Lane);
}
