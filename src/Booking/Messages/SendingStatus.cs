namespace Booking;

/// <summary>How the sending of texts is going, in one row for every node, for health and for staff.</summary>
public sealed partial class SendingStatus
{
    public const int TheOnlyOne = 1;

    private static readonly TimeSpan BetweenProbes = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan NotedEach = TimeSpan.FromMinutes(2);

    public int Id { get; init; } = TheOnlyOne;

    /// <summary>When the due messages were last looked through (UTC), to two minutes: not every look is worth a write.</summary>
    public DateTime SweptAt { get; set; }

    /// <summary>Since when nothing is sent, because the provider finds fault with our own settings (UTC).</summary>
    public DateTime? PausedSince { get; private set; }

    /// <summary>When one text is tried, to see whether the fault is mended (UTC).</summary>
    public DateTime? ProbeAt { get; private set; }

    /// <summary>The provider's number for the fault; 0 for an answer that was not the provider's.</summary>
    public int? Fault { get; private set; }

    /// <summary>Since when no e-mails are sent, because the mail server does not take our user and password (UTC).</summary>
    public DateTime? EmailsPausedSince { get; private set; }

    /// <summary>When e-mails are tried again (UTC).</summary>
    public DateTime? EmailsProbeAt { get; private set; }

    /// <summary>Whether a look at this moment is to be noted; also after a clock has been set back.</summary>
    public bool IsWorthNoting(DateTime now) => SweptAt <= now - NotedEach || SweptAt >= now + NotedEach;

    public void Pause(int fault, DateTime now) =>
        (PausedSince, ProbeAt, Fault) = (PausedSince ?? now, now + BetweenProbes, fault);

    public void GoOn() => (PausedSince, ProbeAt, Fault) = (null, null, null);

    /// <summary>Whether one text may be tried, to see; also after a clock has been set back.</summary>
    public bool MayProbe(DateTime now) => IsTime(ProbeAt, now);

    public void PauseEmails(DateTime now) => (EmailsPausedSince, EmailsProbeAt) = (EmailsPausedSince ?? now, now + BetweenProbes);

    public void GoOnWithEmails() => (EmailsPausedSince, EmailsProbeAt) = (null, null);

    public bool MayProbeEmails(DateTime now) => IsTime(EmailsProbeAt, now);

    private static bool IsTime(DateTime? probe, DateTime now) => probe is not { } at || at <= now || at > now + BetweenProbes;
}
