namespace Booking.Data;

/// <summary>So many days of the diary, from this one on.</summary>
public readonly record struct DiaryRange(DateOnly From, int Days)
{
    /// <summary>The first day after it.</summary>
    public DateOnly Until => From.AddDays(Days);

    public IEnumerable<DateOnly> Dates => Enumerable.Range(0, Days).Select(From.AddDays);
}
