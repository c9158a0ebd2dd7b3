namespace Booking.Data;

/// <summary>How often somebody at one place has lately tried one account's password in vain.</summary>
public sealed class SignInTries
{
    public const int Most = 5;
    public const int KeyBytes = 32;
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);

    /// <summary>A hash of account and place.</summary>
    public required byte[] Key { get; init; }

    public required int Count { get; init; }

    /// <summary>UTC. After it they are forgotten.</summary>
    public required DateTime Until { get; init; }
}
