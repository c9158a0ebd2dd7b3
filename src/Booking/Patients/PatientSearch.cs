namespace Booking;

/// <summary>What somebody at the desk knows of a patient: beginnings of names, the end of a telephone number, a date of birth.</summary>
/// <param name="Words">The beginnings of <see cref="PatientWord"/>s, the longest first.</param>
public sealed record PatientSearch(IReadOnlyList<string> Words, DateOnly? Born)
{
    /// <summary>The longest that is read.</summary>
    public const int MostLetters = 200;

    private const int FewestLetters = 3;

    /// <summary>Reads "jo bl", "900 123", "3/4/1980", or several of these; false if it is too little to find anybody by.</summary>
    public static bool TryParse(string? typed, out PatientSearch search)
    {
        var text = typed is { Length: <= MostLetters } ? typed.Trim() : "";
        var parts = Backwards(text) is null ? text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries) : [text];
        DateOnly? born = null;
        var words = new List<string>();
        foreach (var part in parts)
        {
            if (BirthDate.TryParse(part, out var date))
            {
                born = date;
            }
            else
            {
                words.AddRange(Backwards(part) is { } digits ? [digits] : PersonName.Fold(part).Split(' '));
            }
        }

        search = new PatientSearch(
            [.. words.Where(word => word.Length > 0).Select(PatientWord.Shortened).Distinct().OrderByDescending(Says)], born);
        return search.IsEnough;
    }

    private bool IsEnough => Born is not null
        || (Words.Sum(Says) >= FewestLetters && Says(Words[0]) >= PatientWord.KeyLength);

    // One sign of a script without capitals says as much as a whole word of letters.
    private static int Says(string word) => PatientWord.IsASign(word) ? FewestLetters * word.Length : word.Length;

    // Fewer digits are somebody's house number, or the second of their name.
    private static string? Backwards(string text) =>
        !BirthDate.TryParse(text, out _) && Telephone.Backwards(text) is { Length: >= FewestLetters } digits ? digits : null;
}
