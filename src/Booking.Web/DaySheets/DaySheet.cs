using Booking.Data;

namespace Booking.Web;

/// <summary>A day on paper: who comes to whom and when, for the day on which no screen helps.</summary>
/// <param name="AsOf">When the diary stood so, on the clinic's clock.</param>
/// <param name="WhyEmpty">Why nothing, or nothing more, is to be seen; or null.</param>
public sealed record DaySheet(DateOnly Date, DateTime AsOf, IReadOnlyList<DayColumn> Columns, string? WhyEmpty)
{
    /// <summary>Whether nobody works and nobody comes.</summary>
    public bool IsQuiet => Columns.Count == 0;

    public string Title => $"Day sheet for {Date.SaidWithYear()}";

    public static async Task<DaySheet> ReadAsync(Diary diary, DateOnly date, DateTime now, CancellationToken cancellation)
    {
        var clinic = await diary.ClinicAsync(cancellation);
        var (appointments, blocks) = await diary.ReadDayAsync(date, cancellation);
        var columns = DayColumn.Of(clinic, date, [.. appointments.Where(a => a.Stands)], blocks);
        return new DaySheet(date, now, columns, DayColumn.WhyEmpty(clinic, date, columns));
    }

    /// <summary>What else the practitioner should know before the patient comes in.</summary>
    public static IEnumerable<string> Marks(Appointment visit)
    {
        if (visit.FirstVisit)
        {
            yield return "New patient";
        }

        if (visit.RedFlagVersion is { } version)
        {
            yield return $"Safety: none of the signs (questions, version {version})";
        }

        if (visit.Overruled is { } why)
        {
            yield return $"{(visit.Lane > 0 ? "Double booking" : "Past the rules")}: {why}";
        }
    }
}
