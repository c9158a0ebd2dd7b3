namespace Booking;

/// <summary>Days on which the whole clinic is shut: a bank holiday, a training day.</summary>
public sealed class Closure
{
    public const int ReasonLength = 100;

    public int Id { get; init; }

    public required DateOnly FirstDay { get; set; }

    /// <summary>Shut on this day too.</summary>
    public required DateOnly LastDay { get; set; }

    /// <summary>Told to patients, for example "Christmas Day".</summary>
    public required string Reason { get; set; }

    /// <summary>Thursday 24 December, or Thursday 24 December to Saturday 2 January.</summary>
    public string Days => FirstDay == LastDay ? FirstDay.SaidWithYear() : $"{FirstDay.SaidWithYear()} to {LastDay.SaidWithYear()}";

    public IEnumerable<DateOnly> Dates =>
        Enumerable.Range(0, LastDay.DayNumber - FirstDay.DayNumber + 1).Select(FirstDay.AddDays);

    public bool Covers(DateOnly date) => FirstDay <= date && date <= LastDay;
}
