namespace Booking.Data;

/// <summary>What has gone to one telephone on one day because somebody, whoever it was, asked for it on the site.</summary>
public sealed class TelephoneDay
{
    public const int KeyBytes = 32;

    /// <summary>A hash of the number: it is counted by, not kept.</summary>
    public required byte[] Key { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>To places on the waiting list.</summary>
    public required int Links { get; init; }
}
