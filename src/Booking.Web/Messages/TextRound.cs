using System.Linq.Expressions;

namespace Booking.Web;

/// <summary>One round through the texts that are due, and through whatever was in hand for too long or got lost.</summary>
public sealed partial class TextRound(
    DueMessages due,
    SendingDesk desk,
    TextSending sending,
    LostTexts lost,
    EmailsBeside emails,
    TimeProvider clock,
    ILogger<TextRound> log) : IDisposable
{
    // Few enough that patients who book at the same time wait for the database hardly longer, on several nodes too.
    private const int AtOnce = 5;
    private const int MostSetbacks = 20;

    // The round of the minute and one out of turn share these.
    private readonly SemaphoreSlim _hands = new(AtOnce);

    /// <param name="waits">What was due by then waits for a person (UTC); null where nothing does.</param>
    public async Task GoAsync(SendingStatus? status, DateTime? waits, CancellationToken stop)
    {
        var setbacks = new Setbacks(MostSetbacks);
        var maySend = status?.MaySend != false;
        var sends = maySend && sending.IsSetUp && (status?.PausedSince is null || await ProbeAsync(status, waits, stop));
        if (maySend && !sends)
        {
            await emails.TakeOverAllAsync(waits, stop);
        }

        await due.GoThroughAsync(
            _ => sends && !setbacks.AreTooMany ? ToGoOrBegun(waits) : m => m.State != MessageState.Pending,
            AtOnce,
            async next =>
            {
                await StepAsync(next, setbacks);
                return true; // what was begun is looked after though nothing more goes
            },
            stop);
    }

    // One text shows whether the fault that paused us is mended.
    private async Task<bool> ProbeAsync(SendingStatus status, DateTime? waits, CancellationToken stop)
    {
        if (!status.MayProbe(clock.UtcNow()))
        {
            return false;
        }

        TextAnswer? answer = null;
        await due.GoThroughAsync(
            _ => ToGo(waits),
            atOnce: 1,
            async next => (answer = await SendAsync(next.Id)) is null,
            stop);
        if (answer?.Handover is not (Handover.Accepted or Handover.Lost or Handover.Refused))
        {
            return false;
        }

        await desk.GoOnAsync();
        return true;
    }

    private static Expression<Func<Message, bool>> ToGo(DateTime? waits) =>
        m => m.State == MessageState.Pending && m.Channel == MessageChannel.Text && (waits == null || m.Due > waits);

    private static Expression<Func<Message, bool>> ToGoOrBegun(DateTime? waits) =>
        m => m.State != MessageState.Pending || (m.Channel == MessageChannel.Text && (waits == null || m.Due > waits));

    private async Task StepAsync(DueMessage next, Setbacks setbacks)
    {
        switch (next.State)
        {
            case MessageState.Pending when !setbacks.AreTooMany:
                if (await SendAsync(next.Id) is { } answer)
                {
                    setbacks.Hear(answer.Handover);
                }

                break;
            case MessageState.Sending:
                await lost.EndLeaseAsync(next.Id);
                break;
            case MessageState.Unknown:
                await lost.LookAsync(next.Id);
                break;
        }
    }

    public void Dispose() => _hands.Dispose();

    private async Task<TextAnswer?> SendAsync(int id)
    {
        var answer = await WithAHandAsync(id);
        if (answer is { Handover: Handover.NotSetUp, Code: var fault })
        {
            LogPaused(log, fault);
            await desk.PauseAsync(fault ?? 0);
        }

        return answer;
    }

    private async Task<TextAnswer?> WithAHandAsync(int id)
    {
        await _hands.WaitAsync();
        try
        {
            return await sending.SendAsync(id);
        }
        finally
        {
            _hands.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "No texts go: Twilio finds fault with our settings, code {Fault}")]
    private static partial void LogPaused(ILogger logger, int? fault);
}
