namespace Booking;

/// <summary>
/// One 5-minute tick of a practitioner, room or patient, taken by one owner. Resource, tick and lane are the primary key:
/// this is what makes double booking impossible, whatever any page or job believes.
/// </summary>
public sealed class DiaryClaim
{
    /// <summary>A <see cref="Resource.Key"/>.</summary>
    public required long Resource { get; init; }

    /// <summary>A running number, see <see cref="Slot.FirstTick"/>.</summary>
    public required int Tick { get; init; }

    /// <summary>0, but for a deliberate double booking by somebody with the right to it.</summary>
    public int Lane { get; init; }

    /// <summary>A <see cref="ClaimOwner.Key"/>.</summary>
    public required long Owner { get; init; }

    /// <summary>When (UTC) it lapses by itself, or null if it does not: only a hold's claims do.</summary>
    public DateTime? Expires { get; init; }
}

/// <summary>The appointment, hold or block that a claim belongs to.</summary>
public readonly record struct ClaimOwner(ClaimOwnerKind Kind, int Id)
{
    public long Key => ((long)Kind << 32) | (uint)Id;

    public static ClaimOwner Of(Appointment appointment) => new(ClaimOwnerKind.Appointment, appointment.Id);

    public static ClaimOwner Of(Hold hold) => new(ClaimOwnerKind.Hold, hold.Id);

    public static ClaimOwner Of(Block block) => new(ClaimOwnerKind.Block, block.Id);
}

public enum ClaimOwnerKind
{
    Appointment = 1,
    Hold = 2,
    Block = 3,
}
