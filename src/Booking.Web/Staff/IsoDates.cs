using System.Globalization;

namespace Booking.Web;

/// <summary>Dates as they stand in addresses and date boxes: 2026-11-23.</summary>
public static class IsoDates
{
    private const string Format = "yyyy-MM-dd";

    public static string Iso(this DateOnly date) => date.ToString(Format, CultureInfo.InvariantCulture);

    public static bool TryParse(string? text, out DateOnly date) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
