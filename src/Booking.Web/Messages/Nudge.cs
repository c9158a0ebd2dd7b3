using Booking.Data;

namespace Booking.Web;

/// <summary>
/// Sweeps before the next minute, so that a confirmation goes within a second or two of the booking, and a time that has just
/// come free is offered to whoever waits for it.
/// </summary>
public sealed partial class Nudge(WaitingList waiting, MessageSweep sweep, ILogger<Nudge> log) : BackgroundService
{
    private static readonly TimeSpan ForOthersToJoin = TimeSpan.FromSeconds(0.7);

    private readonly SemaphoreSlim _asked = new(0);
    private int _waiting;

    /// <summary>However many ask before it begins, it is one sweep; and where no jobs run it is the next minute's elsewhere.</summary>
    public void SendSoon()
    {
        if (Interlocked.Exchange(ref _waiting, 1) == 0)
        {
            _asked.Release();
        }
    }

    public override void Dispose()
    {
        _asked.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var emails = Task.CompletedTask;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await _asked.WaitAsync(stoppingToken);
                await Task.Delay(ForOthersToJoin, stoppingToken);
                Volatile.Write(ref _waiting, 0);
                await TryAsync(waiting.GoRoundAsync(stoppingToken));
                await TryAsync(SweepAsync());
            }
        }
        finally
        {
            await emails;
        }

        // The next texts do not wait for these e-mails: a mail server can be slow.
        async Task SweepAsync() => emails = TryAsync(await sweep.SendTextsAsync(stoppingToken));
    }

    // Whatever goes wrong, the sweep of the next minute does the same.
    private async Task TryAsync(Task work)
    {
        try
        {
            await work;
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            LogTrouble(log, trouble.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sweep out of turn failed: {Trouble}")]
    private static partial void LogTrouble(ILogger logger, string trouble);
}
