namespace Booking;

/// <summary>The day sheet of one date on its way by e-mail. There is one for a date, so one goes, whoever looks and however often.</summary>
public sealed class DaySheetEmail
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(5);

    // Longer than an answer of the mail server may take.
    private static readonly TimeSpan LongestInHand = TimeSpan.FromMinutes(5);

    public required DateOnly Date { get; init; }

    public DaySheetEmailState State { get; private set; } = DaySheetEmailState.Sending;

    /// <summary>When somebody took it in hand (UTC).</summary>
    public required DateTime TakenAt { get; set; }

    /// <summary>When one that has not left is tried again (UTC).</summary>
    public DateTime? TryAgainAt { get; private set; }

    /// <summary>Nobody knows whether it has gone: its sender ended while sending, or never heard the answer.</summary>
    public bool IsInDoubt(DateTime utcNow) => State == DaySheetEmailState.Unknown
        || (State == DaySheetEmailState.Sending && TakenAt + LongestInHand < utcNow);

    public void Sent() => (State, TryAgainAt) = (DaySheetEmailState.Sent, null);

    public void HasNotLeft(DateTime utcNow) => (State, TryAgainAt) = (DaySheetEmailState.Waiting, utcNow + BetweenTries);

    public void WasRefused() => (State, TryAgainAt) = (DaySheetEmailState.Refused, null);

    public void WasLost() => (State, TryAgainAt) = (DaySheetEmailState.Unknown, null);
}
