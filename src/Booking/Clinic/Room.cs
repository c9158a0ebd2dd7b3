namespace Booking;

/// <summary>Where patients are treated: one appointment at a time.</summary>
public sealed class Room
{
    public int Id { get; init; }

    public required string Name { get; set; }

    /// <summary>What it is fit for, matched with <see cref="Treatment.RoomKind"/>.</summary>
    public required string Kind { get; set; }
}
