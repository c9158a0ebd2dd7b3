namespace Booking;

/// <summary>
/// One secret link, known by its hash alone: to a place on the waiting list, or to the offer that a text tells of. It goes to the
/// patient's telephone alone: whoever joins in another's name sees neither.
/// </summary>
public sealed class WaitingLink
{
    public required byte[] Hash { get; init; }

    public int? EntryId { get; init; }

    public WaitingEntry? Entry { get; init; }

    /// <summary>The text that it went with.</summary>
    public int? MessageId { get; init; }
}
