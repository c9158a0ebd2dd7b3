namespace Booking;

/// <summary>When a patient is reminded: so many hours before on the clinic's clock, but never in the night.</summary>
public static class ReminderPolicy
{
    private static readonly TimeOnly EveningBefore = new(20, 0);

    // A reminder at 08:00 for 09:00 helps nobody: that one goes the evening before.
    private static readonly TimeSpan StillUseful = TimeSpan.FromHours(2);

    /// <summary>All three times are what the clinic's clock shows, so 24 hours before is the same time a day before,
    /// also when the clocks change in between.</summary>
    public static DateTime Due(DateTime startsAt, int hoursBefore)
    {
        var due = startsAt.AddHours(-hoursBefore);
        if (!QuietHours.Cover(due))
        {
            return due;
        }

        var morning = QuietHours.NextEnd(due);
        return due.Date == morning.Date && morning + StillUseful <= startsAt
            ? morning
            : morning.Date.AddDays(-1) + EveningBefore.ToTimeSpan();
    }
}
