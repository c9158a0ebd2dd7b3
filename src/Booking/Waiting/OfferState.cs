namespace Booking;

/// <summary>What has become of an offer.</summary>
public enum OfferState
{
    /// <summary>The time is kept and waits for an answer.</summary>
    Open = 1,
    Accepted = 2,
    Declined = 3,

    /// <summary>Nobody answered in time.</summary>
    Lapsed = 4,

    /// <summary>Another who was asked was quicker.</summary>
    Gone = 5,

    /// <summary>They are no longer on the list.</summary>
    Withdrawn = 6,
}
