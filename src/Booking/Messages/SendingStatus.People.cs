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

    /// <summary>When the hour began in which texts are counted (UTC); null before the first.</summary>
    public DateTime? HourBegan { get; private set; }

    /// <summary>How many texts have gone, or may have, since that hour began.</summary>
    public int SentInHour { get; private set; }

    /// <summary>Since when nothing is sent because more texts wanted to go within an hour than is usual (UTC).</summary>
    public DateTime? TooManyAt { get; private set; }

    /// <summary>What was due by this moment waits for a person (UTC); null where nothing does.</summary>
    public DateTime? OverdueUntil { get; private set; }

    /// <summary>When, before the absence after which texts wait, they had last been looked through (UTC).</summary>
    public DateTime? AwaySince { get; private set; }

    /// <summary>Whether the provider took texts in that absence that the database knows nothing of: it is an older copy.</summary>
    public bool SentElsewhere { get; private set; }

    /// <summary>Whether texts may go at all, those that wait for a person apart.</summary>
    public bool MaySend => StoppedAt is null && TooManyAt is null;
}
