namespace Booking;

/// <summary>A course of treatment: so many visits, each so many weeks after the last, all at one time by the clock on the wall.</summary>
/// <param name="First">Clinic time.</param>
public readonly record struct Course(DateTime First, int EveryWeeks, int Times)
{
    public const int MostTimes = 26;
    public const int MostWeeksApart = 8;

    private const int AWeek = 7;

    public IEnumerable<DateTime> Starts()
    {
        var (first, days) = (First, EveryWeeks * AWeek);
        return Enumerable.Range(0, Times).Select(visit => first.AddDays(visit * days));
    }
}

/// <summary>One visit of a course as it would be booked now: its place, or why it cannot be and what is free instead.</summary>
/// <param name="Start">Clinic time.</param>
/// <param name="Instead">The likest free time of that week, where there is one.</param>
public sealed record CourseVisit(DateTime Start, Place? Place, Refusal? WhyNot, FreeTime? Instead);
