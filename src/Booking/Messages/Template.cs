namespace Booking;

/// <summary>The clinic's own words for one kind of message, in place of the usual ones.</summary>
public sealed class Template
{
    public const int SubjectLength = 120;
    public const int WordsLength = 2000;

    public required MessageKind Kind { get; init; }

    public required MessageChannel Channel { get; init; }

    /// <summary>Of an e-mail; a text has none.</summary>
    public string? Subject { get; set; }

    public required string Words { get; set; }

    public Draft Draft => new(Subject, Words);
}

/// <summary>What a message says before its placeholders are filled in.</summary>
/// <param name="Subject">Of an e-mail; a text has none.</param>
public readonly record struct Draft(string? Subject, string Words);
