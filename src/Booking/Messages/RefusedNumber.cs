namespace Booking;

/// <summary>A telephone that the network takes no texts for, whoever of a family it belongs to.</summary>
public sealed class RefusedNumber
{
    /// <summary>E.164.</summary>
    public required string Telephone { get; init; }

    public required WhyNotSent Why { get; init; }

    /// <summary>Since when we know it (UTC).</summary>
    public required DateTime Since { get; init; }

    /// <summary>Whether this is so of the number itself, and not only of one text.</summary>
    public static bool Tells(WhyNotSent? why) =>
        why is WhyNotSent.OptedOut or WhyNotSent.NumberRefused or WhyNotSent.CountryNotEnabled or WhyNotSent.Landline;
}
