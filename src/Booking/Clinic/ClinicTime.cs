namespace Booking;

/// <summary>The clock on the clinic wall: UK time, wherever the server happens to be.</summary>
public sealed class ClinicTime : TimeProvider
{
    public static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public override TimeZoneInfo LocalTimeZone => London;

    /// <summary>The moment at which the clinic's clock shows this. A time that the spring change skips is read as if
    /// the clock had not changed yet; of a time that comes twice in autumn, the first is meant.</summary>
    public static DateTime ToUtc(DateTime wall)
    {
        if (wall.Kind == DateTimeKind.Utc)
        {
            throw new ArgumentException("A time on the clinic's clock is wanted, not a moment in UTC.", nameof(wall));
        }

        var shown = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        return DateTime.SpecifyKind(shown - OffsetAt(shown), DateTimeKind.Utc);
    }

    /// <summary>What the clinic's clock shows at this moment.</summary>
    public static DateTime ToWall(DateTime utc)
    {
        if (utc.Kind != DateTimeKind.Utc)
        {
            throw new ArgumentException("A moment in UTC is wanted.", nameof(utc));
        }

        return DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(utc, London), DateTimeKind.Unspecified);
    }

    private static TimeSpan OffsetAt(DateTime wall)
    {
        if (London.IsAmbiguousTime(wall))
        {
            return London.GetAmbiguousTimeOffsets(wall).Max();
        }

        return London.IsInvalidTime(wall) ? London.BaseUtcOffset : London.GetUtcOffset(wall);
    }
}

/// <summary>How the house asks what time it is.</summary>
public static class Clock
{
    /// <summary>What the clinic's clock shows now, whatever zone the provider itself believes in.</summary>
    public static DateTime Now(this TimeProvider clock) => ClinicTime.ToWall(clock.UtcNow());

    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.Now());

    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;
}
