namespace Booking;

/// <summary>How the sending of texts is going, in one row for every node, for health and for staff.</summary>
public sealed class SendingStatus
{
    public const int TheOnlyOne = 1;

    private static readonly TimeSpan BetweenProbes = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan SweepsAreLate = TimeSpan.FromMinutes(5);

    public int Id { get; init; } = TheOnlyOne;

    /// <summary>When the due messages were last looked through (UTC).</summary>
    public DateTime SweptAt { get; set; }

    /// <summary>Since when nothing is sent, because the provider finds fault with our own settings (UTC).</summary>
    public DateTime? PausedSince { get; private set; }

    /// <summary>When one text is tried, to see whether the fault is mended (UTC).</summary>
    public DateTime? ProbeAt { get; private set; }

    /// <summary>The provider's number for the fault; 0 for an answer that was not the provider's.</summary>
    public int? Fault { get; private set; }

    public bool IsLate(DateTime now) => SweptAt < now - SweepsAreLate;

    public void Pause(int fault, DateTime now) =>
        (PausedSince, ProbeAt, Fault) = (PausedSince ?? now, now + BetweenProbes, fault);

    public void GoOn() => (PausedSince, ProbeAt, Fault) = (null, null, null);
}
