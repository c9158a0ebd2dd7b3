namespace Booking;

/// <summary>Time taken out of one practitioner's diary: a meeting, an afternoon off, two weeks of leave. Never deleted.</summary>
public sealed class Block
{
    public const int ReasonLength = 100;

    public int Id { get; init; }

    public required int PractitionerId { get; init; }

    /// <summary>Clinic time, on a 5-minute tick.</summary>
    public required DateTime From { get; init; }

    /// <summary>Clinic time, on a 5-minute tick; not itself taken.</summary>
    public required DateTime Until { get; init; }

    public required string Reason { get; init; }

    /// <summary>The same for all that were made together: of several people, or again and again.</summary>
    public Guid Series { get; init; }

    public string? MadeBy { get; init; }

    /// <summary>UTC; null for one that was made before this was kept.</summary>
    public DateTime? MadeAt { get; init; }

    public string? RemovedBy { get; private set; }

    /// <summary>UTC; null while it counts.</summary>
    public DateTime? RemovedAt { get; private set; }

    public bool Stands => RemovedAt is null;

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

    /// <summary>The dates of which it takes anything.</summary>
    public IEnumerable<DateOnly> Dates => TimeOff.DatesOf(From, Until);

    public void Remove(Signature by) => (RemovedBy, RemovedAt) = (by.Who, by.At);

    /// <summary>Takes the removal back.</summary>
    public void PutBack() => (RemovedBy, RemovedAt) = (null, null);

    /// <summary>
    /// The claims of all its ticks. It has those of them that nobody else has: an appointment that was left standing in it
    /// keeps its own, and the block takes them as soon as the appointment goes.
    /// </summary>
    public IEnumerable<DiaryClaim> Claims() =>
        Claiming.For(ClaimOwner.Of(this), Slot, turnaround: 0, PractitionerId, roomId: null, patientId: null, expires: null);
}
