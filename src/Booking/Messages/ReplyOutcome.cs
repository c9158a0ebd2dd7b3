namespace Booking;

/// <summary>What became of a text that came in.</summary>
public enum ReplyOutcome
{
    /// <summary>A person reads it.</summary>
    ForReception,

    Confirmed,

    Cancelled,

    /// <summary>They want to cancel when it is no longer free of charge: reception decides.</summary>
    AsksToCancel,

    /// <summary>They have several appointments, and were asked which they mean.</summary>
    AskedWhich,

    /// <summary>They gave a code that none of their appointments has.</summary>
    UnknownCode,

    /// <summary>The appointment that they mean has begun, is over or was cancelled.</summary>
    NotToCome,

    /// <summary>They have no appointment to come.</summary>
    NothingToCome,

    OptedOut,

    OptedIn,

    /// <summary>They seem to want no more texts: reception reads it, and stops them if that is so.</summary>
    AsksForNoTexts,
}
