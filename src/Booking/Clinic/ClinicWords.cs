using System.Globalization;

namespace Booking;

/// <summary>How dates, times and prices are said to patients, the same on every page and in every text.</summary>
public static class ClinicWords
{
    /// <summary>9:15am</summary>
    public static string Said(this TimeOnly time) =>
        time.ToString("h:mm", CultureInfo.InvariantCulture) + (time.Hour < 12 ? "am" : "pm");

    /// <summary>Monday 23 November</summary>
    public static string Said(this DateOnly date) => date.ToString("dddd d MMMM", CultureInfo.InvariantCulture);

    /// <summary>Monday 23 November 2026</summary>
    public static string SaidWithYear(this DateOnly date) => date.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Mon 23 Nov</summary>
    public static string SaidShort(this DateOnly date) => date.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    /// <summary>Monday 23 November at 9:15am</summary>
    public static string Said(this DateTime clinicTime) =>
        $"{DateOnly.FromDateTime(clinicTime).Said()} at {TimeOnly.FromDateTime(clinicTime).Said()}";

    /// <summary>£58, or £58.50</summary>
    public static string SaidAsMoney(this int pence) => pence % 100 == 0
        ? string.Create(CultureInfo.InvariantCulture, $"£{pence / 100}")
        : string.Create(CultureInfo.InvariantCulture, $"£{pence / 100m:0.00}");
}
