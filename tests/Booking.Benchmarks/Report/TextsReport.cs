using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Booking.Benchmarks;

/// <summary>
/// How fast three sites on one database send what a great morning brings, after years of texts and though one of them dies on the
/// way; and what patients who book meanwhile notice of it.
/// </summary>
internal static class TextsReport
{
    private const int Due = 10_000;
    private const int TextsEach = 2;
    private const int UntilOneDies = 5000;
    private const double LeastASecond = 100;
    private const double LeastOfBookings = 0.8;
    private const double MostGrowth = 1.25;
    private const int WarmUpSeconds = 8;
    private const int Seconds = 10;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    public static async Task WriteAsync(string site, string old, string folder)
    {
        var file = Path.Combine(folder, "texts.db");
        File.Copy(old, file);
        await using var twilio = await SlowTwilio.StartAsync();
        var (quiet, used) = await WithoutTextsAsync(site, file);

        var due = await MakeDueAsync(file);
        await using var one = await PublishedSite.StartAsync(site, file, twilio.Settings);
        await using var two = await PublishedSite.StartAsync(site, file, twilio.Settings);
        await using var three = await PublishedSite.StartAsync(site, file, twilio.Settings);
        (_, used) = await RateAsync(one, used, WarmUpSeconds);
        var (clock, before) = (Stopwatch.StartNew(), twilio.Texts);
        var (busy, _) = await RateAsync(one, used, Seconds);
        var memory = one.Memory;
        await UntilAsync(() => twilio.Texts >= UntilOneDies);
        var rate = (twilio.Texts - before) / clock.Elapsed.TotalSeconds;
        three.Kill();
        await UntilAsync(async () => await WaitingAsync(file) == 0);

        var growth = one.Memory / (double)memory;
        Row.Write($"{due} texts due after 100,000, provider answering in 100 ms, three processes", $"{rate:0}/s", "100/s", rate >= LeastASecond);
        var twice = twilio.TextedMoreThan(TextsEach);
        Row.Write("the same, one of them killed half-way", $"{twilio.Texts} taken, {twice} twice", "none twice", twice == 0);
        Row.Write(
            "whole bookings meanwhile",
            $"{busy:0}/s, {busy / quiet:0.00} of {quiet:0}/s without texts",
            "0.8",
            busy / quiet >= LeastOfBookings);
        Row.Write(
            "memory of a process that sends", $"{growth:0.00} of {memory >> 20} MB when half had gone", "flat, within a quarter", growth <= MostGrowth);
    }

    private static async Task<(double Rate, int Used)> WithoutTextsAsync(string site, string file)
    {
        await using var still = await PublishedSite.StartAsync(site, file, ("Jobs:Run", "false"));
        var (_, used) = await RateAsync(still, 0, WarmUpSeconds);
        return await RateAsync(still, used, Seconds);
    }

    // Bookings at a number that nobody texts, so that they bring no texts of their own.
    private static async Task<(double Rate, int Used)> RateAsync(PublishedSite site, int used, int seconds)
    {
        var rate = await LoadProcess.BookAsync(site, used, seconds);
        return (rate, used + (int)(rate * seconds) + (2 * Clients.Count));
    }

    // The measured patients have numbers that nobody texts: 070. With another digit they are mobiles. Of each appointment both
    // texts go, as confirmations of what was booked just now, so that it may be night where this runs.
    private static async Task<int> MakeDueAsync(string file)
    {
        await using var context = BenchDiary.Open(file);
        var now = DateTime.UtcNow;
        var written = await context.Appointments.CountAsync(a => a.Date < BenchClinic.FirstDay.AddDays(BenchClinic.FilledDays)) / 10;
        await context.Patients.Where(p => context.Appointments.Any(a => a.PatientId == p.Id && a.Id <= written))
            .ExecuteUpdateAsync(row => row.SetProperty(p => p.Telephone, p => p.Telephone.Replace("+4470", "+4477")));
        await context.Appointments.Where(a => a.Id <= written).ExecuteUpdateAsync(row => row.SetProperty(a => a.BookedAt, now));
        var texts = context.Messages.Where(m => m.AppointmentId <= written);
        await texts.Where(m => m.Kind == MessageKind.Reminder).ExecuteUpdateAsync(row => row
            .SetProperty(m => m.Kind, MessageKind.Confirmation)
            .SetProperty(m => m.Version, 2));
        return await texts.OrderBy(m => m.Id).Take(Due).ExecuteUpdateAsync(row => row
            .SetProperty(m => m.State, MessageState.Pending)
            .SetProperty(m => m.Due, now));
    }

    private static async Task<int> WaitingAsync(string file)
    {
        await using var context = BenchDiary.Open(file);
        var now = DateTime.UtcNow;
        return await context.Messages.CountAsync(m => m.State == MessageState.Pending && m.Due <= now);
    }

    private static Task UntilAsync(Func<bool> so) => UntilAsync(() => Task.FromResult(so()));

    private static async Task UntilAsync(Func<Task<bool>> so)
    {
        for (var clock = Stopwatch.StartNew(); !await so() && clock.Elapsed < Patience;)
        {
            await Task.Delay(Look);
        }
    }
}
