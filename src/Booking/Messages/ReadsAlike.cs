using System.Globalization;
using System.Text;

namespace Booking;

/// <summary>Words are the same if they read the same: in any case, with any accents, with a digit or a sign in a letter's place.</summary>
internal sealed class ReadsAlike : IEqualityComparer<string>
{
    public static readonly ReadsAlike Instance = new();

    /// <summary>Whether this sign can stand in a letter's place.</summary>
    public static bool IsDisguise(char sign) => sign is '@' or '€' or '$';

    public bool Equals(string? one, string? other) => one == other || (one is not null && other is not null && Read(one) == Read(other));

    public int GetHashCode(string word) => Read(word).GetHashCode(StringComparison.Ordinal);

    // A number is no word.
    private static string Read(string word) => word.All(char.IsAsciiDigit)
        ? word
        : new([.. word.Normalize(NormalizationForm.FormKD)
            .Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            .Select(letter => Plain(char.ToLowerInvariant(letter)))]);

    // Signs and digits, the Greek capitals of the phone's alphabet, and Greek and Cyrillic letters that look like ours. An l, an i
    // and a 1 look like each other.
    private static char Plain(char letter) => letter switch
    {
        '4' or '@' or 'δ' or 'λ' or 'α' or '\u0430' => 'a',
        '8' or 'β' or '\u0432' => 'b',
        '\u0441' => 'c',
        '3' or '€' or 'σ' or 'ξ' or 'ε' or '\u0435' => 'e',
        'η' or '\u043d' => 'h',
        '1' or 'l' or 'ł' or 'ı' or 'ι' or '\u0456' => 'i',
        'κ' or '\u043a' => 'k',
        'μ' or '\u043c' => 'm',
        'ν' => 'n',
        '0' or 'ø' or 'θ' or 'ω' or 'ο' or '\u043e' => 'o',
        'ρ' or '\u0440' => 'p',
        '5' or '$' or '\u0455' => 's',
        '7' or 'τ' or '\u0442' => 't',
        'χ' or '\u0445' => 'x',
        'υ' or '\u0443' => 'y',
        _ => letter,
    };
}
