namespace Booking;

/// <summary>Time taken out of one practitioner's diary: a meeting, an afternoon off, two weeks of leave.</summary>
public sealed class Block
{
    public int Id { get; init; }

    public required int PractitionerId { get; init; }

    /// <summary>Clinic time, on a 5-minute tick.</summary>
    public required DateTime From { get; init; }

    /// <summary>Clinic time, on a 5-minute tick; not itself taken.</summary>
    public required DateTime Until { get; init; }

    public required string Reason { get; init; }

    public Slot Slot => new(
        DateOnly.FromDateTime(From), TimeOnly.FromDateTime(From), (int)(Until - From).TotalMinutes);

    public IEnumerable<DiaryClaim> Claims() =>
        Claiming.For(ClaimOwner.Of(this), Slot, turnaround: 0, PractitionerId, roomId: null, patientId: null, expires: null);
}
