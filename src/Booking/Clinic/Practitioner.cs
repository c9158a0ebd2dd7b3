namespace Booking;

/// <summary>Somebody who treats patients.</summary>
public sealed class Practitioner
{
    public int Id { get; init; }

    public required string Slug { get; set; }

    public required string FullName { get; set; }

    /// <summary>What the patient reads under the name, for example "Sports physiotherapist".</summary>
    public string? Role { get; set; }

    /// <summary>The last day on which they work here, or null while no end is known.</summary>
    public DateOnly? LastDay { get; set; }

    public List<Session> Sessions { get; init; } = [];

    public List<WeeklyBreak> Breaks { get; init; } = [];

    public List<DayChange> Changes { get; init; } = [];

    public List<Treatment> Treatments { get; init; } = [];

    public string FirstName => FullName.Split(' ')[0];

    public bool Gives(Treatment treatment) => Treatments.Exists(given => given.Id == treatment.Id);

    /// <summary>When they work on this date, breaks taken out; closures of the clinic are not looked at.</summary>
    public TickSet HoursOn(DateOnly date) => HoursOn(date, Week(date.DayOfWeek));

    /// <summary>The same where the hours of that weekday have been worked out before.</summary>
    internal TickSet HoursOn(DateOnly date, TickSet week)
    {
        if (date > LastDay)
        {
            return TickSet.None;
        }

        var changes = Changes.FindAll(change => change.Date == date);
        return changes.Count > 0
            ? TickSet.Union(changes.Where(change => change.Works).Select(change => (change.Start!.Value, change.End!.Value)))
            : week;
    }

    /// <summary>When they work on such a weekday, unless a date is changed.</summary>
    internal TickSet Week(DayOfWeek day)
    {
        var sessions = TickSet.Union(Sessions.Where(s => s.Day == day).Select(s => (s.Start, s.End)));
        var breaks = TickSet.Union(Breaks.Where(b => b.Day == day).Select(b => (b.Start, b.End)));
        return sessions & ~breaks;
    }
}
