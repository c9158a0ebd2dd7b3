using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Booking;

/// <summary>A telephone number as the world's exchanges know it, however somebody typed it.</summary>
public readonly record struct Telephone
{
    private const string Uk = "+44";

    private Telephone(string text) => Text = text;

    /// <summary>E.164: a plus, the country's code, the number: +447700900123.</summary>
    public string Text { get => field ?? ""; }

    public string LastFour => Text[^4..];

    /// <summary>A mobile of the UK or its islands. A landline would read a text aloud, 070 forwards at a price,
    /// and 076 is a pager, but for the Isle of Man's 07624.</summary>
    public bool IsTextable => Text.StartsWith("+447", StringComparison.Ordinal)
        && !Text.StartsWith("+4470", StringComparison.Ordinal)
        && (!Text.StartsWith("+4476", StringComparison.Ordinal) || Text.StartsWith("+447624", StringComparison.Ordinal));

    /// <summary>As it is written in the UK: 07700 900123. A foreign number stays as it is.</summary>
    public string Display
    {
        get
        {
            if (!Text.StartsWith(Uk, StringComparison.Ordinal))
            {
                return Text;
            }

            var number = "0" + Text[Uk.Length..];
            return number switch
            {
                ['0', '2', ..] => $"{number[..3]} {number[3..7]} {number[7..]}",
                ['0', '3' or '8' or '9', ..] or ['0', '1', '1', ..] or ['0', '1', _, '1', ..]
                    => $"{number[..4]} {number[4..7]} {number[7..]}",
                _ => $"{number[..5]} {number[5..]}",
            };
        }
    }

    public static Telephone Parse(string typed) => TryParse(typed, out var telephone)
        ? telephone
        : throw new FormatException("That is not a telephone number.");

    public static bool TryParse([NotNullWhen(true)] string? typed, out Telephone telephone)
    {
        telephone = default;
        if (Digits(typed) is not { } digits || International(digits) is not { } number)
        {
            return false;
        }

        // "+44 (0)7700": the nought is for callers inside the UK.
        number = number.StartsWith("440", StringComparison.Ordinal) ? "44" + number[3..] : number;
        telephone = new Telephone("+" + number);
        return number.StartsWith("44", StringComparison.Ordinal)
            ? number is [_, _, '7', ..] ? number.Length == 12 : number.Length is 11 or 12 && number[2] is not ('0' or '4' or '6')
            : number.Length is >= 8 and <= 15 && number[0] != '0';
    }

    /// <summary>
    /// The digits of a number, or of the end of one, from the last to the first; null if it holds anything a number does not.
    /// </summary>
    public static string? Backwards(string? typed)
    {
        var digits = TryParse(typed, out var whole) ? whole.Text : Digits(typed);
        return digits is null ? null : new string([.. digits.Where(char.IsAsciiDigit).Reverse()]);
    }

    public override string ToString() => Text;

    /// <summary>The digits, with a plus in front if there was one; null if it holds anything a number does not.</summary>
    private static string? Digits(string? typed)
    {
        var digits = new StringBuilder();
        foreach (var letter in typed ?? "")
        {
            if (CharUnicodeInfo.GetDecimalDigitValue(letter) is var digit and >= 0)
            {
                digits.Append((char)('0' + digit));
            }
            else if (letter is '+' or '＋' && digits.Length == 0)
            {
                digits.Append('+');
            }
            else if (!IsPunctuation(letter))
            {
                return null;
            }
        }

        return digits.ToString();
    }

    // Format characters come along when a number is copied out of a phone's contacts.
    private static bool IsPunctuation(char letter) => letter is '(' or ')' or '.' or '/' or '−' or '\t'
        || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.SpaceSeparator
            or UnicodeCategory.DashPunctuation or UnicodeCategory.Format;

    private static string? International(string digits) => digits switch
    {
        ['+', ..] => digits[1..],
        ['0', '0', ..] => digits[2..],
        ['0', ..] => "44" + digits[1..],
        ['4', '4', '7', ..] when digits.Length == 12 => digits,
        ['7', ..] when digits.Length == 10 => "44" + digits, // a spreadsheet ate the nought
        _ => null,
    };
}
