using System.Text;
using System.Threading.Channels;

namespace Booking.Web;

/// <summary>Tells a browser the number of what it shows, at once and whenever it is another (server-sent events).</summary>
internal static class ChangeStream
{
    /// <summary>The browser comes back by itself, and is asked again who it is: whoever may not look any more is out by then.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan SilenceThatProxiesBear = TimeSpan.FromSeconds(20);

    private const string ComeBackSoon = "retry: 500\n\n";

    // At once, it would push out another screen of the same person, and that the next.
    private const string ComeBackLater = "retry: 30000\n\n";
    private const string StillHere = ": still here\n\n";

    public static async Task WriteAsync(HttpResponse response, ChannelReader<string> numbers, CancellationToken ends)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await SayAsync(response, ComeBackSoon, ends);
            while (await NextAsync(numbers, ends) is { } words)
            {
                await SayAsync(response, words, ends);
            }

            await SayAsync(response, ComeBackLater, ends);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The browser has gone, or it is time to come back.
        }
    }

    // Null when there are to be no more.
    private static async Task<string?> NextAsync(ChannelReader<string> numbers, CancellationToken ends)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(ends);
        silence.CancelAfter(SilenceThatProxiesBear);
        try
        {
            return $"event: number\ndata: {await numbers.ReadAsync(silence.Token)}\n\n";
        }
        catch (OperationCanceledException) when (!ends.IsCancellationRequested)
        {
            return StillHere;
        }
        catch (ChannelClosedException)
        {
            return null;
        }
    }

    private static async Task SayAsync(HttpResponse response, string words, CancellationToken ends)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(words), ends);
        await response.Body.FlushAsync(ends);
    }
}
