namespace Booking.Data;

/// <summary>
/// Lets whoever can read the console of a starting site set up the first administrator. Each process that starts without one
/// has its own, and any process takes it.
/// </summary>
public sealed class SetUpToken
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(1);

    /// <summary>The hash of the <see cref="Reference"/> on the console.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime MadeAt { get; init; }
}
