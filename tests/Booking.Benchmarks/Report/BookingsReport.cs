namespace Booking.Benchmarks;

/// <summary>How many whole bookings the site takes in a second from eight people, beside what the disk can do at the most.</summary>
internal static class BookingsReport
{
    private const int Seconds = 5;
    private const int WarmUpSeconds = 8;
    private const long MostMemory = 220L << 20;

    /// <summary>The same alone, of a site that has just started.</summary>
    public static async Task WriteAloneAsync(string site, string diary)
    {
        await using var started = await PublishedSite.StartAsync(site, diary, ("Jobs:Run", "false"));
        await WriteAsync(started, diary);
    }

    public static async Task WriteAsync(PublishedSite site, string diary)
    {
        var used = 0;
        var (rates, ratios, times) = (new List<double>(), new List<double>(), new List<double>());
        for (var number = -1; number < Median.Runs; number++)
        {
            var seconds = number < 0 ? WarmUpSeconds : Seconds;
            var raw = RawBookings.Rate(diary + ".raw", TimeSpan.FromSeconds(2));
            var before = site.CpuTime;
            var rate = await LoadProcess.BookAsync(site, used, seconds);
            used += (int)(2 * rate * seconds) + (2 * Clients.Count); // on a busy machine a run lasts longer than it should
            if (number >= 0)
            {
                rates.Add(rate);
                ratios.Add(rate / raw);
                times.Add((site.CpuTime - before).TotalMilliseconds / (rate * seconds));
            }
        }

        var ratio = Median.Of(ratios);
        Row.Write(
            "whole bookings (hold, details, confirm), durable, 8 clients",
            $"{Median.Of(rates):0}/s, {ratio:0.000} of {Median.Of(rates) / ratio:0}/s raw checked inserts, {Median.Of(times):0.0} ms of processor",
            "0.06",
            ratio >= 0.06);
        var memory = site.PeakMemory;
        Row.Write("memory at its peak under all this", $"{memory >> 20} MB", "at most 220 MB", memory <= MostMemory);
    }
}
