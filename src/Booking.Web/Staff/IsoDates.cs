using System.Globalization;

namespace Booking.Web;

/// <summary>Dates as they stand in addresses and date boxes: 2026-11-23.</summary>
public static class IsoDates
{
    private const string Format = "yyyy-MM-dd";

    // Far enough for any diary, near enough that the days around it exist.
    private static readonly DateOnly First = new(2000, 1, 1);
    private static readonly DateOnly Last = new(2199, 12, 31);

    public static string Iso(this DateOnly date) => date.ToString(Format, CultureInfo.InvariantCulture);

    public static bool TryParse(string? text, out DateOnly date) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>Whether it is a day that a diary can have.</summary>
    public static bool TryParseDay(string? text, out DateOnly date) => TryParse(text, out date) && First <= date && date <= Last;
}
