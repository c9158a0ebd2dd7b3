namespace Booking.Data;

/// <summary>An appointment with all that the desk sees of it at a glance.</summary>
public sealed class Visit
{
    public required int Id { get; init; }

    public required int Version { get; init; }

    public required int PractitionerId { get; init; }

    public required DateOnly Date { get; init; }

    public required TimeOnly Start { get; init; }

    public required int Minutes { get; init; }

    public required int TurnaroundMinutes { get; init; }

    public required int PatientId { get; init; }

    public required string FullName { get; init; }

    public required string Telephone { get; init; }

    /// <summary>Whether whoever has that telephone asked for no texts.</summary>
    public required bool WantsNoTexts { get; init; }

    /// <summary>What reception should know of this patient.</summary>
    public required string? PatientNotes { get; init; }

    /// <summary>How often this patient was expected and did not come.</summary>
    public required int Missed { get; init; }

    public required int TreatmentId { get; init; }

    public required int? RoomId { get; init; }

    public required AppointmentStatus Status { get; init; }

    public required string? CancelReason { get; init; }

    public required bool FirstVisit { get; init; }

    public required int? RedFlagVersion { get; init; }

    public required string? Note { get; init; }

    public required string? Overruled { get; init; }

    public required int Lane { get; init; }

    public List<MessageStanding> Texts { get; } = [];

    public Slot Slot => new(Date, Start, Minutes);
}
