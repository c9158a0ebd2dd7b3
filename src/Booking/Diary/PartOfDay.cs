namespace Booking;

/// <summary>When a patient can come: by the clock on the clinic's wall.</summary>
public enum PartOfDay
{
    Any = 0,
    Morning = 1,
    Afternoon = 2,
    Evening = 3,
}

public static class PartsOfDay
{
    private static readonly TimeOnly Noon = new(12, 0);
    private static readonly TimeOnly Five = new(17, 0);

    /// <summary>Whether a start belongs to it: the afternoon begins at noon, the evening at five.</summary>
    public static bool Has(this PartOfDay part, TimeOnly start) => part switch
    {
        PartOfDay.Any => true,
        PartOfDay.Morning => start < Noon,
        PartOfDay.Afternoon => start >= Noon && start < Five,
        PartOfDay.Evening => start >= Five,
    };
}
