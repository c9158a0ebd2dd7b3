using System.Security.Cryptography;

namespace Booking.Web;

/// <summary>How long a message waits that could not go.</summary>
internal static class Pauses
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Longer each time, and not the same for everybody: else all who were put back would come back together.</summary>
    public static TimeSpan After(int tries)
    {
        var pause = First * Math.Pow(2, Math.Min(tries - 1, 10));
        return (pause < Longest ? pause : Longest) * (0.5 + (RandomNumberGenerator.GetInt32(1000) / 1000.0));
    }
}
