namespace Booking;

/// <summary>How long the clinic keeps what people have told it about themselves.</summary>
public sealed class Retention
{
    public const string Section = "Retention";

    /// <summary>How many years after a patient's last visit; in England eight.</summary>
    public int YearsAfterLastVisit { get; init; } = 8;

    /// <summary>A patient whose date of birth is known is kept until this birthday, if it is later.</summary>
    public int UntilAge { get; init; } = 25;

    /// <summary>How many months after the day of the last booking, of somebody who never came.</summary>
    public int MonthsAfterNeverComing { get; init; } = 12;

    /// <summary>How many months after a question was dealt with.</summary>
    public int MonthsAfterAnswer { get; init; } = 6;

    public bool IsSensible => YearsAfterLastVisit is >= 1 and <= 100
        && UntilAge is >= 0 and <= 100
        && MonthsAfterNeverComing is >= 1 and <= 1200
        && MonthsAfterAnswer is >= 1 and <= 1200;
}
