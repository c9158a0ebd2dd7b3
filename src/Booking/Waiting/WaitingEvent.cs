namespace Booking;

/// <summary>One line of the history of somebody's place on the waiting list: who did what, and when.</summary>
public sealed class WaitingEvent
{
    /// <summary>Who is meant when nobody did it: the list's own rounds.</summary>
    public const string ByItself = "the waiting list";

    public int Id { get; init; }

    public int EntryId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required string Who { get; init; }

    public required string What { get; init; }
}
