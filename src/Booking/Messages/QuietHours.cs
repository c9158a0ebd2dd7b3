namespace Booking;

/// <summary>The hours of the night in which the clinic texts nobody: from 21:00 up to but not including 08:00.</summary>
public static class QuietHours
{
    public static readonly TimeOnly Begin = new(21, 0);

    public static readonly TimeOnly End = new(8, 0);

    public static bool Cover(DateTime wall) => TimeOnly.FromDateTime(wall) >= Begin || TimeOnly.FromDateTime(wall) < End;

    /// <summary>This time, or the end of the night that it falls into.</summary>
    public static DateTime After(DateTime wall) => Cover(wall) ? NextEnd(wall) : wall;

    /// <summary>The next 08:00, on the clinic's clock.</summary>
    public static DateTime NextEnd(DateTime wall)
    {
        var today = wall.Date + End.ToTimeSpan();
        return wall < today ? today : today.AddDays(1);
    }
}
