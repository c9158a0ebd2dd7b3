using Booking.Data;

namespace Booking.Web;

/// <summary>One practitioner's day as the desk reads it: when they work, whom they see, and what else is in the way.</summary>
public sealed record DayColumn(
    Practitioner Practitioner, DateOnly Date, TickSet Hours, IReadOnlyList<Appointment> Visits, IReadOnlyList<Block> Blocks)
{
    /// <summary>What is kept for a few minutes; nothing where a day is printed.</summary>
    public IReadOnlyList<Kept> Kept { get; init; } = [];

    /// <summary>The columns of those who work on this date or have something in the diary all the same.</summary>
    public static IReadOnlyList<DayColumn> Of(
        Clinic clinic, DateOnly date, IReadOnlyList<Appointment> appointments, IReadOnlyList<Block> blocks) =>
    [
        .. clinic.Practitioners
            .Select(practitioner => new DayColumn(
                practitioner,
                date,
                clinic.ClosureOn(date) is null ? practitioner.HoursOn(date) : TickSet.None,
                [.. appointments.Where(a => a.PractitionerId == practitioner.Id)],
                [.. blocks.Where(block => block.PractitionerId == practitioner.Id)]))
            .Where(column => !column.Hours.IsEmpty || column.Visits.Count > 0),
    ];

    /// <summary>Why nothing, or nothing more, is to be seen on this date; or null.</summary>
    public static string? WhyEmpty(Clinic clinic, DateOnly date, IReadOnlyList<DayColumn> columns) =>
        clinic.ClosureOn(date) is { } closure ? $"The clinic is closed: {closure.Reason}."
            : columns.Count == 0 ? "Nobody works on this day."
            : columns.All(column => !column.Visits.Any(visit => visit.Stands)) ? "There are no appointments on this day."
            : null;

    /// <summary>For example "8:00am to 4:00pm, 6 visits".</summary>
    public string Summary => string.Join(", ", new[] { Worked, Counted }.OfType<string>());

    private string Counted => Visits.Count(visit => visit.Stands) switch
    {
        0 => "no visits",
        1 => "1 visit",
        var many => $"{many} visits",
    };

    private string? Worked => Runs() is [var first, .., var last] ? Said(first.Start, last.End)
        : Runs() is [var only] ? Said(only.Start, only.End)
        : null;

    /// <summary>Visits, breaks and blocks in the order of the day.</summary>
    public IEnumerable<DayLine> Lines() => Visits.Select(visit => new DayLine(visit.Start, visit, null))
        .Concat(Runs().Zip(Runs().Skip(1), (before, after) =>
            new DayLine(before.End, null, $"Break, {Said(before.End, after.Start)}")))
        .Concat(Blocks.Select(InTheWay))
        .Concat(Kept.Select(kept => new DayLine(kept.Start, null, $"{Said(kept)}, {Said(kept.Start, kept.Slot.End)}")))
        .OrderBy(line => line.Start);

    private static string Said(Kept kept) => kept.IsOffered
        ? $"\u2709 Kept for an offer until {TimeOnly.FromDateTime(ClinicTime.ToWall(kept.Expires)).Said()}"
        : "Being booked online";

    private DayLine InTheWay(Block block)
    {
        var midnight = Date.ToDateTime(TimeOnly.MinValue);
        if (block.From <= midnight && block.Until >= midnight.AddDays(1))
        {
            return new DayLine(TimeOnly.MinValue, null, $"{block.Reason}, all day");
        }

        var start = block.From < midnight ? TimeOnly.MinValue : TimeOnly.FromDateTime(block.From);
        var end = TimeOnly.FromDateTime(block.Until);
        return new DayLine(start, null, $"{block.Reason}, {Said(start, end)}");
    }

    private List<(TimeOnly Start, TimeOnly End)> Runs() =>
        [.. Hours.Runs().Select(run => (TickSet.TimeOf(run.First), TickSet.TimeOf(run.End)))];

    private static string Said(TimeOnly start, TimeOnly end) =>
        $"{start.Said()} to {(end == TimeOnly.MinValue ? "midnight" : end.Said())}";
}

/// <summary>A line of a day: a visit, or the words for what else is there.</summary>
public sealed record DayLine(TimeOnly Start, Appointment? Visit, string? Words);
