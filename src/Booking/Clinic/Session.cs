namespace Booking;

/// <summary>A stretch of the week in which a practitioner works, between 05:00 and midnight.</summary>
public sealed class Session
{
    public int Id { get; init; }

    public int PractitionerId { get; set; }

    public required DayOfWeek Day { get; set; }

    public required TimeOnly Start { get; set; }

    /// <summary>Not itself worked; midnight (00:00) means the end of the day.</summary>
    public required TimeOnly End { get; set; }
}

/// <summary>A stretch of each such weekday that is taken out of a practitioner's sessions, for example lunch.</summary>
public sealed class WeeklyBreak
{
    public int Id { get; init; }

    public int PractitionerId { get; set; }

    public required DayOfWeek Day { get; set; }

    public required TimeOnly Start { get; set; }

    public required TimeOnly End { get; set; }
}

/// <summary>What a practitioner works on one date instead of that weekday's sessions and breaks; without times, nothing.</summary>
public sealed class DayChange
{
    public int Id { get; init; }

    public int PractitionerId { get; set; }

    public required DateOnly Date { get; set; }

    public TimeOnly? Start { get; set; }

    public TimeOnly? End { get; set; }

    public bool Works => Start is not null && End is not null;
}
