using System.Globalization;

namespace Booking.Web;

/// <summary>What a text costs, in words.</summary>
public static class TextCost
{
    /// <summary>2 parts, 8p</summary>
    public static string Said(int parts, int pencePerPart) => string.Create(
        CultureInfo.InvariantCulture, $"{parts} {(parts == 1 ? "part" : "parts")}, {parts * pencePerPart}p");
}

/// <summary>The time of the appointment in an example.</summary>
public static class SampleTime
{
    /// <summary>The Wednesday after next at 12:45pm: as many letters as there can be, nearly.</summary>
    public static DateTime After(DateTime now) =>
        now.Date.AddDays(7 + ((int)DayOfWeek.Wednesday - (int)now.DayOfWeek + 7) % 7).AddHours(12).AddMinutes(45);
}
