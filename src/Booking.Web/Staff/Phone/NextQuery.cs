using System.Globalization;
using Booking.Data;
using Microsoft.AspNetCore.Mvc;

namespace Booking.Web;

/// <summary>"Next free with Amy, on a Tuesday, after five", as it stands in an address.</summary>
/// <param name="With">A practitioner by slug, or nothing where anybody will do.</param>
/// <param name="After">Clinic time, or nothing for now.</param>
/// <param name="On">A day of the week by its English name.</param>
/// <param name="From">17:00</param>
/// <param name="Minutes">How long it is made, or nothing for as long as it takes.</param>
/// <param name="For">The appointment that is to move.</param>
public sealed record NextQuery(
    string? Treatment,
    string? With,
    string? After,
    int? Count,
    string? On,
    string? From,
    int? Minutes,
    int? Patient,
    [FromQuery(Name = "for")] int? For)
{
    private const string Clock = "HH:mm";

    /// <summary>The same in the clinic's own terms, or null where it is not to be understood.</summary>
    public FreeTimeWish? In(Clinic clinic, DateTime now)
    {
        var (with, after, on, from) = (clinic.Practitioner(With ?? ""), Moment(After), Day(On), TimeOfDay(From));
        if (clinic.Treatment(Treatment ?? "") is not { } treatment
            || IsNone(With, with) || IsNone(After, after) || IsNone(On, on) || IsNone(From, from)
            || (Minutes is { } minutes && !Desk.IsALength(minutes)))
        {
            return null;
        }

        return new FreeTimeWish(treatment, with, after > now ? after.Value : now, on, from, Patient, For, Minutes);
    }

    private static bool IsNone(string? asked, object? found) => !string.IsNullOrEmpty(asked) && found is null;

    private static DateTime? Moment(string? text) => WallTimes.TryParse(text, out var moment) ? moment : null;

    private static DayOfWeek? Day(string? name) =>
        Enum.GetValues<DayOfWeek>().Where(day => day.ToString() == name).Select(day => (DayOfWeek?)day).FirstOrDefault();

    private static TimeOnly? TimeOfDay(string? text) =>
        TimeOnly.TryParseExact(text, Clock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
