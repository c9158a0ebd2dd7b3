using System.Text;

namespace Booking;

/// <summary>How long a text is for the network: 160 characters of the phone alphabet in one part, or only 70 with
/// a single character from outside it.</summary>
public static class Gsm7
{
    private const string Alphabet = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string CountsTwo = "^{}\\[]~|€\f";

    /// <summary>Puts plain signs for the curly and long ones that a word processor makes.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            folded.Append(Plain(letter));
        }

        return folded.ToString();
    }

    public static bool Holds(string text) => text.All(letter => Alphabet.Contains(letter) || CountsTwo.Contains(letter));

    /// <summary>How many parts the network makes of it, and charges for.</summary>
    public static int Parts(string text) => Holds(text)
        ? Parts(text.Select(letter => CountsTwo.Contains(letter) ? 2 : 1), one: 160, each: 153)
        : Parts(text.EnumerateRunes().Select(rune => rune.Utf16SequenceLength), one: 70, each: 67);

    // A character that takes two places is never cut in two by the end of a part.
    private static int Parts(IEnumerable<int> lengths, int one, int each)
    {
        var (parts, used, total) = (1, 0, 0);
        foreach (var length in lengths)
        {
            total += length;
            (parts, used) = used + length > each ? (parts + 1, length) : (parts, used + length);
        }

        return total <= one ? 1 : parts;
    }

    private static string Plain(char letter) => letter switch
    {
        '‘' or '’' or '‚' or '‛' or '′' or '`' or '´' => "'",
        '“' or '”' or '„' or '‟' or '″' or '«' or '»' => "\"",
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' => "-",
        '…' => "...",
        '•' or '·' => "-",
        '\t' or '\u00a0' or '\u202f' or (>= '\u2000' and <= '\u200a') => " ",
        '\u200b' or '\u00ad' or '\u2060' or '\ufeff' => "",
        _ => letter.ToString(),
    };
}
