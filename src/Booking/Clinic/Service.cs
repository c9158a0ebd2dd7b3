namespace Booking;

/// <summary>What a patient comes for: sciatica and back pain, a sports injury, acupuncture.</summary>
public sealed class Service
{
    public int Id { get; init; }

    /// <summary>Its name in an address, for example "sports-injuries".</summary>
    public required string Slug { get; set; }

    public required string Name { get; set; }

    /// <summary>Its place in the list that patients choose from, lowest first.</summary>
    public int Position { get; set; }

    /// <summary>Whether a patient passes the red-flag check before seeing any times.</summary>
    public bool NeedsRedFlagCheck { get; set; }
}
