using System.Diagnostics.CodeAnalysis;

namespace Booking.Web;

/// <summary>A time as its button on the page names it: "2026-11-23T09:15 amy-patel".</summary>
public readonly record struct ChosenTime(DateOnly Date, TimeOnly Start, string Practitioner)
{
    /// <summary>Clinic time.</summary>
    public DateTime StartsAt => Date.ToDateTime(Start);

    public static ChosenTime Of(FreeTime time) => new(time.Slot.Date, time.Slot.Start, time.Practitioner.Slug);

    public static bool TryParse([NotNullWhen(true)] string? text, out ChosenTime chosen)
    {
        chosen = default;
        if (text?.Split(' ') is not [var moment, var practitioner] || !WallTimes.TryParse(moment, out var start))
        {
            return false;
        }

        chosen = new ChosenTime(DateOnly.FromDateTime(start), TimeOnly.FromDateTime(start), practitioner);
        return true;
    }

    public override string ToString() => $"{StartsAt.Iso()} {Practitioner}";
}
