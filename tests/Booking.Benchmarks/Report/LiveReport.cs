using System.Diagnostics;
using System.Globalization;
using Booking.Data;

namespace Booking.Benchmarks;

/// <summary>How soon every screen of the clinic is told of a change that another node has made.</summary>
internal static class LiveReport
{
    private const int People = 5;
    private const int ScreensOfEach = 12;
    private const string News = "data: ";
    private const double MostSecondsToTheFirst = 2;
    private const double MostSecondsToAll = 1;

    public static async Task WriteAsync(string site, string diary)
    {
        await using var running = await PublishedSite.StartAsync(site, diary, ("Jobs:Run", "false"));
        var date = BenchClinic.FirstDay.AddDays(7);
        var screens = new List<StreamReader>();
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = running.Address };
        foreach (var email in Enumerable.Range(0, People).Select(person => $"live.{person}@clinic.example"))
        {
            await BenchDesk.EmployAsync(diary, email);
            var cookie = await BenchDesk.SignInAsync(running.Address, email);
            for (var screen = 0; screen < ScreensOfEach; screen++)
            {
                screens.Add(await ListenAsync(http, cookie, date));
            }
        }

        await Task.WhenAll(screens.Select(ToldAsync));
        var rounds = new List<(double First, double All)>();
        for (var number = 0; number < Median.Runs; number++)
        {
            var clock = Stopwatch.StartNew();
            await ChangeAsync(diary, date);
            var told = await Task.WhenAll(screens.Select(async screen =>
            {
                await ToldAsync(screen);
                return clock.Elapsed.TotalSeconds;
            }));
            rounds.Add((told.Min(), told.Max() - told.Min()));
        }

        screens.ForEach(screen => screen.Dispose());
        var (first, all) = (Median.Of(rounds.Select(round => round.First)), Median.Of(rounds.Select(round => round.All)));
        Row.Write("a change on one node is told by another after", $"{first:0.00} s", "at most 2 s", first <= MostSecondsToTheFirst);
        Row.Write($"from the first to the last of {screens.Count} listeners who are told", $"{all:0.000} s", "at most 1 s", all <= MostSecondsToAll);
    }

    // As another node writes: past this one's own memory.
    private static async Task ChangeAsync(string diary, DateOnly date)
    {
        await using var context = BenchDiary.Open(diary);
        await context.ChangeDatesAsync([date], CancellationToken.None);
    }

    private static async Task<StreamReader> ListenAsync(HttpClient http, string cookie, DateOnly date)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(string.Create(CultureInfo.InvariantCulture, $"/staff/diary/live?from={date:yyyy-MM-dd}"), UriKind.Relative));
        request.Headers.Add("Cookie", cookie);
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new StreamReader(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
    }

    private static async Task ToldAsync(StreamReader screen)
    {
        while (await screen.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(News, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException("The stream has ended.");
    }
}
