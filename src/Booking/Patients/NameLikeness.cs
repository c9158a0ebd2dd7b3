namespace Booking;

/// <summary>Whether two names may be one person's: married since, a nickname, a slip of the finger.</summary>
public static class NameLikeness
{
    private const int MostSlips = 2;

    /// <summary>Whether they share a part, or are the same but for two letters.</summary>
    public static bool IsLike(this PersonName name, PersonName other)
    {
        var (mine, theirs) = (name.Folded, other.Folded);
        return mine.Split(' ').Intersect(theirs.Split(' '), StringComparer.Ordinal).Any() || Slips(mine, theirs) <= MostSlips;
    }

    // The fewest letters to put in, leave out or change that make the one of the other.
    private static int Slips(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        foreach (var letter in from)
        {
            var diagonal = row[0]++;
            for (var i = 1; i < row.Length; i++)
            {
                var changed = diagonal + (letter == to[i - 1] ? 0 : 1);
                diagonal = row[i];
                row[i] = Math.Min(changed, 1 + Math.Min(row[i], row[i - 1]));
            }
        }

        return row[^1];
    }
}
