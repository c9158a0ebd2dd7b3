using Hangfire;

namespace Booking.Web;

/// <summary>Rings the alarm before its time, so that a confirmation goes within a second or two of the booking.</summary>
public sealed partial class Nudge(
    IBackgroundJobClient jobs, MessageSweep sweep, IConfiguration configuration, ILogger<Nudge> log)
{
    private readonly bool _rings = Jobs.Run(configuration);
    private int _rung;

    /// <summary>Asks for a sweep. However many ask until it begins, it is one; and if it cannot be asked for, the next
    /// minute's does the same.</summary>
    public void SendSoon()
    {
        if (!_rings || Interlocked.Exchange(ref _rung, 1) == 1)
        {
            return;
        }

        try
        {
            jobs.Enqueue<Nudge>(nudge => nudge.SweepAsync(CancellationToken.None));
        }
        catch (BackgroundJobClientException)
        {
            _rung = 0;
            LogDeaf(log);
        }
    }

    [AutomaticRetry(Attempts = 0)]
    public Task SweepAsync(CancellationToken stop)
    {
        _rung = 0;
        return sweep.RunAsync(stop);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sweep could not be asked for; the next one is at most a minute away")]
    private static partial void LogDeaf(ILogger logger);
}
