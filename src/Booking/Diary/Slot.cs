namespace Booking;

/// <summary>A stretch of one clinic day that is or could be booked: from its start up to but not including its end.</summary>
public readonly record struct Slot(DateOnly Date, TimeOnly Start, int Minutes)
{
    public TimeOnly End => Start.AddMinutes(Minutes);

    /// <summary>The start as clinic time.</summary>
    public DateTime StartsAt => Date.ToDateTime(Start);

    public DateTime EndsAt => StartsAt.AddMinutes(Minutes);

    /// <summary>The running numbers of its ticks: days since 1 January of the year 1, times 288, plus the tick of the day.</summary>
    public IEnumerable<int> Ticks() => Enumerable.Range(FirstTick, EndTick - FirstTick);

    public int FirstTick => (Date.DayNumber * TickSet.TicksADay) + TickSet.TickOf(Start);

    /// <summary>The first running number after it.</summary>
    public int EndTick => FirstTick + (Minutes / TickSet.MinutesATick);

    /// <summary>When, in clinic time, the tick with this running number begins.</summary>
    public static DateTime TimeOf(int tick) =>
        DateOnly.FromDayNumber(tick / TickSet.TicksADay).ToDateTime(TickSet.TimeOf(tick % TickSet.TicksADay));

    public bool Overlaps(Slot other) => FirstTick < other.EndTick && other.FirstTick < EndTick;

    public Slot Lengthened(int minutes) => this with { Minutes = Minutes + minutes };
}
