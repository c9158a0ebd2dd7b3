using System.Text.RegularExpressions;

namespace Booking.Benchmarks;

/// <summary>What a phone that has never been here fetches to show the free times, and what that asks of the database.</summary>
internal static partial class WeightReport
{
    private const int MostBytes = 12 * 1024;
    private const int MostRequests = 4;
    private const int MostQueries = 4;

    public static async Task WriteAsync(string site, string diary)
    {
        await using var started = await PublishedSite.StartAsync(
            site, diary, ("Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command", "Information"), ("Jobs:Run", "false"));
        using var phone = new HttpClient { BaseAddress = started.Address };
        var page = new Uri($"/book/{BenchClinic.HalfHour}?from={BenchClinic.FirstDay:yyyy-MM-dd}", UriKind.Relative);
        var html = await phone.GetStringAsync(page);
        phone.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");
        var parts = Parts().Matches(html).Select(part => new Uri(part.Groups["part"].Value, UriKind.Relative)).Prepend(page).ToList();
        var bytes = 0;
        foreach (var part in parts)
        {
            bytes += (await phone.GetByteArrayAsync(part)).Length;
        }

        Row.Write(
            "times page for a phone, compressed, with all it needs",
            $"{bytes / 1024.0:0.0} KB in {parts.Count} requests",
            "at most 12 KB, 4 requests",
            bytes <= MostBytes && parts.Count <= MostRequests);
        var queries = await QueriesAsync(started, phone);
        Row.Write("queries for a month, any of 5", $"{queries}", "at most 4", queries <= MostQueries);
    }

    private static async Task<int> QueriesAsync(PublishedSite started, HttpClient phone)
    {
        await Task.Delay(TimeSpan.FromSeconds(1)); // what was asked before has been logged by then
        var before = started.Queries;
        await phone.GetByteArrayAsync(new Uri(LoadReport.Month, UriKind.Relative));
        await Task.Delay(TimeSpan.FromSeconds(1));
        return started.Queries - before;
    }

    [GeneratedRegex("(?:<link[^>]* href|<script[^>]* src|<img[^>]* src)=\"(?<part>/[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Parts();
}
