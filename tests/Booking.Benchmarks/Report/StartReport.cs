using System.Diagnostics;

namespace Booking.Benchmarks;

/// <summary>How long it takes from the start of the process to its first page.</summary>
internal static class StartReport
{
    private const double MostSeconds = 3;

    public static async Task WriteAsync(string site, string diary)
    {
        var seconds = await Median.OfAsync(_ => StartAsync(site, diary));
        Row.Write("start to first page on an existing database", $"{seconds:0.0} s", "at most 3 s", seconds <= MostSeconds);
    }

    private static async Task<double> StartAsync(string site, string diary)
    {
        var clock = Stopwatch.StartNew();
        await using var started = await PublishedSite.StartAsync(site, diary);
        using var http = new HttpClient { BaseAddress = started.Address };
        await http.GetStringAsync(new Uri($"/book/{BenchClinic.HalfHour}", UriKind.Relative));
        return clock.Elapsed.TotalSeconds;
    }
}
