using System.Globalization;
using System.Text;

namespace Booking;

/// <summary>
/// One word by which a patient is found: a part of the folded name, or the digits of the telephone from the last to the
/// first. An index on its first letters answers a search on any database, whatever it thinks of case and accents.
/// </summary>
public sealed class PatientWord
{
    public const int KeyLength = 2;

    /// <summary>Nobody types more of a word than this to find somebody.</summary>
    public const int WordLength = 40;

    public int Id { get; private init; }

    public int PatientId { get; private init; }

    /// <summary>The first two letters; the first sign of a script in which one says as much.</summary>
    public string Key { get; private init; } = "";

    public string Word { get; private init; } = "";

    public static IEnumerable<PatientWord> Of(PersonName name, Telephone telephone) => name.Folded.Split(' ')
        .Append(Telephone.Backwards(telephone.Text)!)
        .Select(Shortened)
        .Distinct(StringComparer.Ordinal)
        .Select(word => new PatientWord { Key = KeyOf(word), Word = word });

    /// <summary>Where a word that begins like this stands.</summary>
    public static string KeyOf(string word) => IsASign(word)
        ? word.EnumerateRunes().First().ToString()
        : word[..Math.Min(KeyLength, word.Length)];

    /// <summary>As much of a word as is kept.</summary>
    public static string Shortened(string word) => word[..Math.Min(WordLength, word.Length)];

    /// <summary>Whether it is written in a script without capitals: Chinese, Arabic, Hebrew.</summary>
    public static bool IsASign(string word) =>
        word.Length > 0 && Rune.GetUnicodeCategory(word.EnumerateRunes().First()) == UnicodeCategory.OtherLetter;
}
