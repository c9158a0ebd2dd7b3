namespace Booking;

/// <summary>
/// One version of the safety questions that go before some treatments, never changed once shown: a new wording is a new version. The
/// clinic's lead clinician signs it off.
/// </summary>
public sealed class RedFlagWording
{
    public const int TextLength = 4000;
    public const int NameLength = 100;

    public int Id { get; init; }

    /// <summary>Counted from one without a gap: the highest is in force.</summary>
    public required int Version { get; init; }

    /// <summary>The signs, one a line.</summary>
    public required string Signs { get; init; }

    /// <summary>The clinician who signed it off, or null for a wording that nobody has.</summary>
    public string? ApprovedBy { get; init; }

    public DateOnly? ApprovedOn { get; init; }

    public IEnumerable<string> Lines => Signs.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
