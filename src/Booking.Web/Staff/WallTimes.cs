using System.Globalization;

namespace Booking.Web;

/// <summary>Clinic time as it stands in addresses and forms, without an offset: 2026-11-23T09:15.</summary>
public static class WallTimes
{
    private const string Format = "yyyy-MM-dd'T'HH:mm";

    // Nobody books beyond these, and at both ends of the calendar there is no day before or after.
    private const int FirstYear = 2000;
    private const int LastYear = 2999;

    public static string Iso(this DateTime clinicTime) => clinicTime.ToString(Format, CultureInfo.InvariantCulture);

    public static bool TryParse(string? text, out DateTime clinicTime) =>
        DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out clinicTime)
        && clinicTime.Year is >= FirstYear and <= LastYear;
}
