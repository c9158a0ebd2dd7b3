namespace Booking;

/// <summary>When the day sheet goes: from its time on, on the clinic's clock, and made good until noon if it was missed.</summary>
public static class DaySheetPolicy
{
    public static readonly TimeOnly Usually = new(6, 30);

    // After the hour at which the clocks change, and early enough that the day is still to come.
    public static readonly TimeOnly Earliest = new(4, 0);
    public static readonly TimeOnly Latest = new(11, 0);

    private static readonly TimeOnly Noon = new(12, 0);

    private static readonly TimeSpan SomeTries = TimeSpan.FromMinutes(10);

    /// <summary>Both are what the clinic's clock shows.</summary>
    public static bool IsDue(DateTime now, TimeOnly at) => TimeOnly.FromDateTime(now).IsBetween(at, Noon);

    /// <summary>Whether it should have gone by now, and still can.</summary>
    public static bool IsLate(DateTime now, TimeOnly at) => IsDue(now, at.Add(SomeTries));
}
