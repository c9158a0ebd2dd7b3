using System.Globalization;

namespace Booking.Benchmarks;

/// <summary>What the desk's screen asks for all day long: everything on one day, and on one practitioner's week.</summary>
internal static class DiaryReport
{
    private const double Least = 0.06;
    private const int Seconds = 5;
    private const int WarmUpSeconds = 6;
    private const string Email = "desk@clinic.example";

    private static string Day { get; } = Data("days=1");

    private static string Week { get; } = Data("days=7&with=practitioner-1");

    public static async Task WriteAsync(string site, string diary)
    {
        await BenchDesk.EmployAsync(diary, Email);
        await using var running = await PublishedSite.StartAsync(site, diary, ("Jobs:Run", "false"));
        var cookie = await BenchDesk.SignInAsync(running.Address, Email);
        foreach (var path in new[] { EmptyPage.Path, Day, Week })
        {
            await LoadProcess.ReadAsync(running, path, WarmUpSeconds, cookie);
        }

        var rounds = new List<(double Empty, double Day, double Week)>();
        for (var number = 0; number < Median.Runs; number++)
        {
            // The site looks at each session every 30 seconds and gives the browser a new cookie; these keep their first.
            cookie = await BenchDesk.SignInAsync(running.Address, Email);
            rounds.Add((
                await LoadProcess.ReadAsync(running, EmptyPage.Path, Seconds),
                await LoadProcess.ReadAsync(running, Day, Seconds, cookie),
                await LoadProcess.ReadAsync(running, Week, Seconds, cookie)));
        }

        Tell("the diary's data of a full day, as the desk's screen reads it", rounds, round => round.Day);
        Tell("the same of one practitioner's week", rounds, round => round.Week);
    }

    private static void Tell(
        string what, List<(double Empty, double Day, double Week)> rounds, Func<(double Empty, double Day, double Week), double> of)
    {
        var ratio = Median.Of(rounds.Select(round => of(round) / round.Empty));
        Row.Write(what, $"{Median.Of(rounds.Select(of)):0}/s, {ratio:0.000} of the empty page", "0.06", ratio >= Least);
    }

    private static string Data(string query) => string.Create(
        CultureInfo.InvariantCulture, $"/staff/diary/data?from={BenchClinic.FirstDay.AddDays(7):yyyy-MM-dd}&{query}");
}
