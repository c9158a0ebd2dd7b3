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

    /// <summary>The part of it that falls on this date, or null.</summary>
    public Slot? On(DateOnly date)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        var (from, until) = (From > midnight ? From : midnight, Until < midnight.AddDays(1) ? Until : midnight.AddDays(1));
        return from < until
            ? new Slot(date, TimeOnly.FromDateTime(from), (int)(until - from).TotalMinutes)
            : null;
    }

    public IEnumerable<DiaryClaim> Claims() =>
        Claiming.For(ClaimOwner.Of(this), Slot, turnaround: 0, PractitionerId, roomId: null, patientId: null, expires: null);
}
