using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Booking;

/// <summary>A person's full name, kept as they typed it.</summary>
public readonly record struct PersonName
{
    public const int LongestName = 100;

    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Professor", "Sir", "Rev",
    };

    private PersonName(string text) => Text = text;

    public string Text { get => field ?? ""; }

    /// <summary>What reception calls across the waiting room: no title, but where there is nothing beside it and a surname.</summary>
    public string First => Text.Split(' ').SkipWhile(IsTitle).ToList() switch
    {
        [] => Text.Split(' ')[0],
        [_] when IsTitle(Text.Split(' ')[0]) => Text,
        [var first, ..] => first,
    };

    /// <summary>For telling whether two typings are one name: no case, accents or punctuation.</summary>
    public string Folded => Fold(Text);

    public static PersonName Parse(string typed) => TryParse(typed, out var name)
        ? name
        : throw new FormatException("That is not a name.");

    public static bool TryParse([NotNullWhen(true)] string? typed, out PersonName name)
    {
        name = default;
        var trimmed = (typed ?? "").Trim();
        var runes = trimmed.EnumerateRunes().ToArray();
        if (runes.Any(IsForbidden) || !runes.Any(Rune.IsLetter) || OneSpaced(trimmed) is not { Length: <= LongestName } text)
        {
            return false;
        }

        name = new PersonName(text);
        return true;
    }

    public override string ToString() => Text;

    /// <summary>The same of any text that may be a part of a name.</summary>
    internal static string Fold(string text)
    {
        var folded = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            folded.Append(Fold(rune));
        }

        return OneSpaced(folded.ToString().ToUpperInvariant().Normalize(NormalizationForm.FormC));
    }

    private static string OneSpaced(string text) =>
        string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    private static bool IsTitle(string word) => Titles.Contains(word.TrimEnd('.'));

    // Half a character cannot be stored, and what turns the direction of writing around would turn the page around too.
    private static bool IsForbidden(Rune rune) => rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static string Fold(Rune rune) => rune.Value switch
    {
        >= 0x300 and <= 0x36F => "",
        'ß' or 'ẞ' => "SS",
        'æ' or 'Æ' => "AE",
        'œ' or 'Œ' => "OE",
        'ø' or 'Ø' => "O",
        'ł' or 'Ł' => "L",
        'đ' or 'Đ' or 'ð' or 'Ð' => "D",
        'þ' or 'Þ' => "TH",
        'ı' => "I",
        _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation || Rune.IsWhiteSpace(rune) => " ",
        _ when Rune.IsPunctuation(rune) || Rune.IsSymbol(rune) || Rune.IsControl(rune) => "",
        _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format => "",
        _ => rune.ToString(),
    };
}
