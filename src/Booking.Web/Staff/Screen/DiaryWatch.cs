using System.Collections.Concurrent;
using System.Threading.Channels;
using Booking.Data;

namespace Booking.Web;

/// <summary>Asks the database once a second whether anything has changed on the days that somebody looks at, whichever node
/// changed it; and asks nothing while nobody looks.</summary>
public sealed class DiaryWatch(DiaryScreen screen, ILogger<DiaryWatch> log) : BackgroundService
{
    /// <summary>More screens than one person looks at, and few enough that nobody uses up the node.</summary>
    public const int MostScreens = 12;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<DiaryListener, DiaryRange> _listeners = [];
    private readonly SemaphoreSlim _somebodyCame = new(0);
    private long _came;

    /// <summary>Whoever listens hears the number of these days at once, and then each other one. Of one person's screens the
    /// latest are told: whatever of theirs has listened longest is sent away, as it may be a connection that died unnoticed.</summary>
    public DiaryListener Listen(DiaryRange range, string person)
    {
        var listener = new DiaryListener(person, Interlocked.Increment(ref _came), gone => _listeners.TryRemove(gone, out _));
        _listeners[listener] = range;
        foreach (var old in _listeners.Keys.Where(other => other.Person == person)
            .OrderByDescending(other => other.Came).Skip(MostScreens))
        {
            old.SendAway();
        }

        _somebodyCame.Release();
        return listener;
    }

    public override void Dispose()
    {
        base.Dispose();
        _somebodyCame.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await _somebodyCame.WaitAsync(_listeners.IsEmpty ? Timeout.InfiniteTimeSpan : Pace, stoppingToken);
            while (_somebodyCame.Wait(0, stoppingToken))
            {
                // Whoever came at the same time is told by the same look.
            }

            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.CannotLook(e);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        var listeners = _listeners.ToArray();
        if (listeners.Length == 0)
        {
            return;
        }

        var numbers = await screen.NumbersAsync([.. listeners.Select(listener => listener.Value).Distinct()], cancellation);
        foreach (var (listener, range) in listeners)
        {
            listener.Tell(numbers[range]);
        }
    }
}

/// <summary>One screen that waits for changes.</summary>
/// <param name="came">Which of all it was: a later one has a higher number.</param>
public sealed class DiaryListener(string person, long came, Action<DiaryListener> leave) : IDisposable
{
    // Only the latest counts: whoever reads slowly misses the ones between.
    private readonly Channel<string> _numbers = Channel.CreateBounded<string>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    private string? _last;

    public string Person => person;

    public long Came => came;

    /// <summary>They end when it is sent away.</summary>
    public ChannelReader<string> Numbers => _numbers.Reader;

    public void Tell(string number)
    {
        if (number != _last)
        {
            _last = number;
            _numbers.Writer.TryWrite(number);
        }
    }

    public void SendAway()
    {
        Dispose();
        _numbers.Writer.TryComplete();
    }

    public void Dispose() => leave(this);
}

internal static partial class DiaryWatchLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not look whether the diary has changed")]
    public static partial void CannotLook(this ILogger<DiaryWatch> log, Exception e);
}
