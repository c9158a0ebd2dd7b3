namespace Booking;

/// <summary>How long before an appointment its patient is reminded: one of several times, for all treatments or for one.</summary>
public sealed class ReminderLead
{
    public const int UsualHours = 24;
    public const int MostHours = 168;

    /// <summary>How often a patient can be reminded of one appointment.</summary>
    public const int Most = 4;

    public int Id { get; init; }

    public int RulesId { get; init; }

    /// <summary>By the clock on the wall.</summary>
    public required int HoursBefore { get; init; }

    /// <summary>The treatment that it is for; null for all that have none of their own.</summary>
    public int? TreatmentId { get; init; }

    /// <summary>48 hours and 2 hours before, the longest first.</summary>
    public static string Said(IEnumerable<ReminderLead> leads) =>
        leads.Select(lead => lead.HoursBefore).OrderDescending().ToList() switch
        {
            [] => "none",
            [var only] => $"{Hours(only)} before",
            [.. var first, var last] => $"{string.Join(", ", first.Select(Hours))} and {Hours(last)} before",
        };

    private static string Hours(int hours) => hours == 1 ? "1 hour" : $"{hours} hours";
}
