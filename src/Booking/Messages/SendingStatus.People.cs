namespace Booking;

// What waits for a person: a stop that somebody ordered, too many texts at once, or texts that came due while nobody looked.
public sealed partial class SendingStatus
{
    public const int ReasonLength = 200;
    public const int WhoLength = 100;

    /// <summary>Since when a person has stopped all sending (UTC); null while it is not stopped.</summary>
    public DateTime? StoppedAt { get; private set; }

    public string? StoppedBy { get; private set; }

    public string? StoppedWhy { get; private set; }

    /// <summary>What went before a person last let messages go on counts no more (UTC); null before the first time.</summary>
    public DateTime? CountedFrom { get; private set; }

    /// <summary>How many messages have gone, or may have, in the last hour, or more: it is counted anew when it seems too many.</summary>
    public int SentInHour { get; private set; }

    /// <summary>Since when nothing is sent because more messages wanted to go within an hour than is usual (UTC).</summary>
    public DateTime? TooManyAt { get; private set; }

    /// <summary>What was due by this moment waits for a person (UTC); null where nothing does.</summary>
    public DateTime? OverdueUntil { get; private set; }

    /// <summary>When, before the absence after which texts wait, they had last been looked through (UTC).</summary>
    public DateTime? AwaySince { get; private set; }

    /// <summary>Whether the provider took texts in that absence that the database knows nothing of: it is an older copy.</summary>
    public bool SentElsewhere { get; private set; }

    /// <summary>Whether messages may go at all, those that wait for a person apart.</summary>
    public bool MaySend => StoppedAt is null && TooManyAt is null;

    /// <summary>From when on messages are counted (UTC): an hour ago, or since a person let them go on.</summary>
    public DateTime CountsFrom(DateTime hourAgo, DateTime now) =>
        CountedFrom is { } from && from > hourAgo && from <= now ? from : hourAgo;
}
