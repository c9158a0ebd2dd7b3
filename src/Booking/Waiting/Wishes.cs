namespace Booking;

/// <summary>With whom and when somebody on the waiting list can come; what is left empty may be any.</summary>
/// <param name="With">Practitioners by id.</param>
/// <param name="Until">The last day that will do.</param>
public sealed record Wishes(
    IReadOnlyList<int> With,
    IReadOnlyList<DayOfWeek> Days,
    IReadOnlyList<PartOfDay> Parts,
    DateOnly From,
    DateOnly Until)
{
    /// <summary>How long somebody waits who names no last day.</summary>
    public const int UsualDays = 60;

    public const int MostDays = 180;

    public bool Suit(FreeTime time) =>
        (With.Count == 0 || With.Contains(time.Practitioner.Id))
        && (Days.Count == 0 || Days.Contains(time.Slot.Date.DayOfWeek))
        && (Parts.Count == 0 || Parts.Any(part => part.Has(time.Slot.Start)))
        && From <= time.Slot.Date && time.Slot.Date <= Until;

    /// <summary>With Amy Patel or Ben Howard, Monday or Friday, in the morning, until Friday 4 December</summary>
    public string Said(Clinic clinic, DateOnly today)
    {
        var with = With.Select(clinic.Practitioner).OfType<Practitioner>().Select(practitioner => practitioner.FullName);
        string[] parts =
        [
            With.Count == 0 ? "With anyone" : $"With {Either(with)}",
            Days.Count == 0 ? "any day" : Either(Days.OrderBy(FromMonday).Select(day => day.ToString())),
            Parts.Count == 0 ? "at any time" : Either(Parts.Order().Select(Said)),
            From == Until ? $"on {Until.Said()}" : From > today ? $"from {From.Said()} until {Until.Said()}" : $"until {Until.Said()}",
        ];
        return string.Join(", ", parts);
    }

    private static string Said(PartOfDay part) => part switch
    {
        PartOfDay.Any => "at any time",
        PartOfDay.Morning => "in the morning",
        PartOfDay.Afternoon => "in the afternoon",
        PartOfDay.Evening => "in the evening",
    };

    private static string Either(IEnumerable<string> words) => string.Join(" or ", words);

    private static int FromMonday(DayOfWeek day) => ((int)day + 6) % 7;
}
