namespace Booking.Web;

/// <summary>What became of an offer in the words of the desk, and how its badge looks.</summary>
public readonly record struct OfferNews(string Words, string Look)
{
    public static OfferNews Of(Offer offer, DateTime utcNow) => offer.State switch
    {
        OfferState.Open when offer.IsOpen(utcNow) => new($"Asked, until {TimeOnly.FromDateTime(offer.Until).Said()}", "care"),
        OfferState.Open or OfferState.Lapsed => new("No answer", "wait"),
        OfferState.Accepted => new("Said yes", "good"),
        OfferState.Declined => new("Said no", "wait"),
        OfferState.Gone => new("Another was quicker", "wait"),
        OfferState.Withdrawn => new("Withdrawn", "wait"),
    };
}
