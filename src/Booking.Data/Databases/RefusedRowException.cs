using System.Text.RegularExpressions;

namespace Booking.Data;

/// <summary>
/// A row that SQL Server did not take. Its own words quote what stood in the row, a telephone number or an address; these
/// say only which rule and which table, so that they may be logged.
/// </summary>
public sealed partial class RefusedRowException(int number, string words)
    : Exception($"SQL Server refused a row, error {number}, {Table().Match(words).Value}.")
{
    public int Number => number;

    // 'dbo.Patients', or with the database's name in front; a key's name has no dot.
    [GeneratedRegex(@"'[\w$-]+(\.[\w$-]+)+'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Table();
}
