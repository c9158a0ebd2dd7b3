namespace Booking;

/// <summary>A time kept for a few minutes while somebody types their details.</summary>
public sealed class Hold
{
    public int Id { get; init; }

    /// <summary>The hash of the <see cref="Reference"/> that its holder has, and that the appointment will have.</summary>
    public required byte[] ReferenceHash { get; init; }

    /// <summary>The hash of the holding browser's own number. A browser holds one time: a new hold lets go of the last.</summary>
    public required byte[] Visitor { get; init; }

    /// <summary>The same while this is the browser's one time, null once it was let go of: a unique key, so there is one.</summary>
    public byte[]? HeldBy { get; init; }

    public required int TreatmentId { get; init; }

    public required int PractitionerId { get; init; }

    public required int? RoomId { get; init; }

    public required DateOnly Date { get; init; }

    public required TimeOnly Start { get; init; }

    public required int Minutes { get; init; }

    public required int TurnaroundMinutes { get; init; }

    /// <summary>The version of the red-flag wording to which the holder said "none of these", where the check is needed.</summary>
    public required int? RedFlagVersion { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>UTC. After it the time is anybody's; until somebody takes it, the holder can still book it.</summary>
    public required DateTime Expires { get; init; }

    /// <summary>Whether the time is still kept.</summary>
    public bool IsLive(DateTime utcNow) => utcNow < Expires;

    public Slot Slot => new(Date, Start, Minutes);

    public IEnumerable<DiaryClaim> Claims() =>
        Claiming.For(ClaimOwner.Of(this), Slot, TurnaroundMinutes, PractitionerId, RoomId, patientId: null, Expires);
}
