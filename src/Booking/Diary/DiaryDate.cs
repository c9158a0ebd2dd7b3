namespace Booking;

/// <summary>A date on which something has been written in the diary, and the number by which a change of it is noticed.</summary>
public sealed class DiaryDate
{
    public required DateOnly Date { get; init; }

    /// <summary>Random, and another after every change of an appointment, a hold or a block of this date.</summary>
    public required long Revision { get; init; }
}
