using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Booking.Web;

/// <summary>A time as its button on the page names it: "2026-11-23T09:15 amy-patel".</summary>
public readonly record struct ChosenTime(DateOnly Date, TimeOnly Start, string Practitioner)
{
    private const string Format = "yyyy-MM-dd'T'HH:mm";

    // No button of ours names another, and at both ends of the calendar there is no day before or after.
    private const int FirstYear = 2000;
    private const int LastYear = 2999;

    public static ChosenTime Of(FreeTime time) => new(time.Slot.Date, time.Slot.Start, time.Practitioner.Slug);

    public static bool TryParse([NotNullWhen(true)] string? text, out ChosenTime chosen)
    {
        chosen = default;
        if (text?.Split(' ') is not [var moment, var practitioner]
            || !DateTime.TryParseExact(moment, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
            || start.Year is < FirstYear or > LastYear)
        {
            return false;
        }

        chosen = new ChosenTime(DateOnly.FromDateTime(start), TimeOnly.FromDateTime(start), practitioner);
        return true;
    }

    public override string ToString() =>
        Date.ToDateTime(Start).ToString(Format, CultureInfo.InvariantCulture) + " " + Practitioner;
}
