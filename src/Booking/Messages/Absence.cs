namespace Booking;

/// <summary>A time in which nobody looked for texts to send: the site was off, or its database is an older copy.</summary>
public static class Absence
{
    /// <summary>A shorter one is a restart: only at that is it asked what the provider took meanwhile.</summary>
    public static readonly TimeSpan Noticed = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan LongWithoutTheProvidersWord = TimeSpan.FromHours(6);

    // From the evening before Good Friday to the morning after Easter Monday, and some hours.
    private static readonly TimeSpan LongerThanAWeekend = TimeSpan.FromDays(5);

    /// <summary>Whether a person must say what becomes of the texts that came due meanwhile.</summary>
    /// <param name="sentElsewhere">Whether the provider took texts meanwhile that we know nothing of, so that what seems overdue
    /// may have gone, however young the copy is; null where the provider cannot be asked.</param>
    public static bool NeedsAPerson(TimeSpan length, bool? sentElsewhere) => sentElsewhere switch
    {
        true => true,
        false => length > LongerThanAWeekend,
        null => length > LongWithoutTheProvidersWord,
    };
}
