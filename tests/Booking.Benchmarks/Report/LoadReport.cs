using System.Globalization;

namespace Booking.Benchmarks;

/// <summary>How much the site does in a second for eight people, beside an empty page of the same process.</summary>
internal static class LoadReport
{
    private const int Seconds = 5;
    private const int WarmUpSeconds = 8;

    public static string Day { get; } = FreeTimes(days: 1);

    public static string Month { get; } = FreeTimes(days: 31);

    private static string TimesPage { get; } = string.Create(
        CultureInfo.InvariantCulture, $"/book/{BenchClinic.HalfHour}?from={BenchClinic.FirstDay.AddDays(7):yyyy-MM-dd}");

    public static async Task WriteAsync(string site, string diary, string old)
    {
        await using var young = await PublishedSite.StartAsync(site, diary, ("Jobs:Run", "false"));
        await using (var aged = await PublishedSite.StartAsync(site, old, ("Jobs:Run", "false")))
        {
            await ReadAsync(young, aged);
        }

        await BookingsReport.WriteAsync(young, diary);
    }

    private static async Task ReadAsync(PublishedSite young, PublishedSite aged)
    {
        foreach (var (site, path) in new[] { (young, EmptyPage.Path), (young, Day), (young, Month), (young, TimesPage), (aged, Month) })
        {
            await LoadProcess.ReadAsync(site, path, WarmUpSeconds);
        }

        // Each round measures everything, so that a busy minute of the machine is the same for all.
        var rounds = new List<Round>();
        for (var number = 0; number < Median.Runs; number++)
        {
            rounds.Add(new Round(
                await RateAsync(young, EmptyPage.Path),
                await RateAsync(young, Day),
                await RateAsync(young, Month),
                await RateAsync(aged, Month),
                await RateAsync(young, TimesPage)));
        }

        var (day, month) = (Ratio(rounds, round => round.Day), Ratio(rounds, round => round.Month));
        var growth = Median.Of(rounds.Select(round => round.Month.Rate / round.OldMonth.Rate));
        Row.Write("an empty Razor page, 8 clients", $"{Told(rounds, round => round.Empty)}");
        Row.Write("free times of a day, any of 5", $"{Told(rounds, round => round.Day)}, {day:0.000} of the empty page", "0.12", day >= 0.12);
        Row.Write("free times of a month, any of 5", $"{Told(rounds, round => round.Month)}, {month:0.000} of the empty page", "0.02", month >= 0.02);
        Row.Write("the same with ten times the history", $"{Told(rounds, round => round.OldMonth)}, {growth:0.00} times as long", "within 10 %", growth <= 1.1);
        Row.Write("the times page", $"{Told(rounds, round => round.Page)}, {Ratio(rounds, round => round.Page):0.000} of the empty page");
    }

    private static async Task<Load> RateAsync(PublishedSite site, string path)
    {
        var before = site.CpuTime;
        var rate = await LoadProcess.ReadAsync(site, path, Seconds);
        return new Load(rate, (site.CpuTime - before).TotalMicroseconds / (rate * Seconds));
    }

    private static double Ratio(List<Round> rounds, Func<Round, Load> of) =>
        Median.Of(rounds.Select(round => of(round).Rate / round.Empty.Rate));

    private static string Told(List<Round> rounds, Func<Round, Load> of) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Median.Of(rounds.Select(round => of(round).Rate)):0}/s, {Median.Of(rounds.Select(round => of(round).Cpu)):0} µs of processor");

    private static string FreeTimes(int days) => string.Create(
        CultureInfo.InvariantCulture,
        $"/api/availability?treatment={BenchClinic.HalfHour}&from={BenchClinic.FirstDay.AddDays(7):yyyy-MM-dd}&days={days}");

    /// <param name="Rate">Answers a second.</param>
    /// <param name="Cpu">The site's own processor time for one of them, in microseconds.</param>
    private readonly record struct Load(double Rate, double Cpu);

    private readonly record struct Round(Load Empty, Load Day, Load Month, Load OldMonth, Load Page);
}
