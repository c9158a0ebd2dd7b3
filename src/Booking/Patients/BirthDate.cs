using System.Globalization;

namespace Booking;

/// <summary>A date of birth as people type it and as it is said.</summary>
public static class BirthDate
{
    private static readonly string[] Formats = ["d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "yyyy-MM-dd"];
    private static readonly DateOnly Oldest = new(1900, 1, 1);

    /// <summary>Reads 3/4/1980, 03/04/1980 or 1980-04-03: the day comes first, but where the year does.</summary>
    public static bool TryParse(string? typed, out DateOnly date) =>
        DateOnly.TryParseExact(typed?.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        && date >= Oldest;

    /// <summary>3 April 1980</summary>
    public static string SaidAsBirthDate(this DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>3/4/1980, as it would be typed.</summary>
    public static string TypedAsBirthDate(this DateOnly date) => date.ToString("d'/'M'/'yyyy", CultureInfo.InvariantCulture);
}
