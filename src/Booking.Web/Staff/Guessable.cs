using System.Text;

namespace Booking.Web;

/// <summary>What somebody who guesses would try: well-known pieces, rows of keys, counting, one thing said again and again.</summary>
internal sealed class Guessable
{
    private const int EnoughOfTheirOwn = 8;
    private const int ShortestPiece = 3;
    private const int ShortestRow = 4;
    private const char Gone = '\0';

    private static readonly string[] Rows =
        ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm"];

    private readonly string[] _pieces;

    public Guessable(IEnumerable<string> pieces) => _pieces =
        [.. pieces.Select(Folded).Where(piece => piece.Length >= ShortestPiece).Distinct().OrderByDescending(piece => piece.Length)];

    /// <summary>Whether too little of the password is left when everything guessable is taken out.</summary>
    public bool Fits(string password)
    {
        var folded = Once(Folded(password));
        return Left(folded) < EnoughOfTheirOwn || Left(WithLettersForSigns(folded)) < EnoughOfTheirOwn;
    }

    private int Left(string folded)
    {
        var rest = _pieces.Aggregate(new StringBuilder(folded), (text, piece) => text.Replace(piece, $"{Gone}")).ToString();
        return WithoutRows(rest).Count(letter => letter != Gone);
    }

    // Spaces and signs between the words make them no harder to guess, nor do capitals.
    private static string Folded(string text) =>
        new([.. text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(letter => !IsBetweenWords(letter))]);

    private static bool IsBetweenWords(char letter) => char.IsWhiteSpace(letter)
        || (char.IsAscii(letter) && !char.IsAsciiLetterOrDigit(letter) && letter is not ('@' or '$'));

    private static string WithLettersForSigns(string folded) =>
        new([.. folded.Select(letter => letter switch
        {
            '0' => 'o',
            '1' => 'i',
            '3' => 'e',
            '4' or '@' => 'a',
            '5' or '$' => 's',
            '7' => 't',
            _ => letter,
        })]);

    // "abcabcabc" is no better than "abc".
    private static string Once(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            var unit = text[..length];
            if (text.Chunk(length).All(chunk => unit.StartsWith(new string(chunk), StringComparison.Ordinal)))
            {
                return unit;
            }
        }

        return text;
    }

    private static string WithoutRows(string text)
    {
        var rest = text.ToCharArray();
        for (var start = 0; start < text.Length;)
        {
            var length = RowAt(text, start);
            if (length >= ShortestRow)
            {
                Array.Fill(rest, Gone, start, length);
            }

            start += length >= ShortestRow ? length : 1;
        }

        return new string(rest);
    }

    /// <summary>How many letters from here on stand beside each other on one row, in one direction, or are all the same.</summary>
    private static int RowAt(string text, int start)
    {
        var same = text.AsSpan(start).IndexOfAnyExcept(text[start]);
        return Rows.SelectMany(row => new[] { row, string.Concat(row.Reverse()) })
            .Select(row => Run(text, start, row))
            .Append(same < 0 ? text.Length - start : same)
            .Max();
    }

    private static int Run(string text, int start, string row)
    {
        var at = row.IndexOf(text[start], StringComparison.Ordinal);
        if (at < 0)
        {
            return 0;
        }

        var length = 1;
        while (start + length < text.Length && at + length < row.Length && text[start + length] == row[at + length])
        {
            length++;
        }

        return length;
    }
}
