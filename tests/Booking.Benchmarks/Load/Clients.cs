using System.Diagnostics;

namespace Booking.Benchmarks;

/// <summary>Eight people who do the same thing again and again, each as soon as they can.</summary>
internal static class Clients
{
    public const int Count = 8;

    /// <summary>How often they got it done in a second, all together.</summary>
    public static double Rate(TimeSpan time, Func<int, Action> begin)
    {
        var done = 0;
        var clock = new Stopwatch();
        using var ready = new Barrier(Count, _ => clock.Start());
        var clients = Enumerable.Range(0, Count).Select(client => new Thread(() =>
        {
            var once = begin(client);
            ready.SignalAndWait();
            while (clock.Elapsed < time)
            {
                once();
                Interlocked.Increment(ref done);
            }
        })).ToList();
        clients.ForEach(client => client.Start());
        clients.ForEach(client => client.Join());
        return done / clock.Elapsed.TotalSeconds;
    }
}
