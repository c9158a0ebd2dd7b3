using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Booking.Benchmarks;

/// <summary>How long three sites on one database take to send what a morning brings, though one of them dies on the way.</summary>
internal static class TextsReport
{
    private const int Due = 5000;
    private const int UntilOneDies = 1000;
    private const double MostSeconds = 90;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task WriteAsync(string site, string diary, string folder)
    {
        var file = Path.Combine(folder, "texts.db");
        File.Copy(diary, file);
        await using var twilio = await SlowTwilio.StartAsync();
        await MakeDueAsync(file);
        await using var one = await PublishedSite.StartAsync(site, file, twilio.Settings);
        var clock = Stopwatch.StartNew();
        await using var two = await PublishedSite.StartAsync(site, file, twilio.Settings);
        await using var three = await PublishedSite.StartAsync(site, file, twilio.Settings);
        while (await WaitingAsync(file) > 0 && clock.Elapsed < Patience)
        {
            if (twilio.Texts >= UntilOneDies)
            {
                three.Kill();
            }

            await Task.Delay(Look);
        }

        var seconds = clock.Elapsed.TotalSeconds;
        Row.Write(
            "5,000 due texts, provider answering in 100 ms, three processes, one killed",
            $"{seconds:0} s, {twilio.Texts} taken, {twilio.Twice} twice",
            "under 90 s, none twice",
            seconds < MostSeconds && twilio.Twice == 0);
    }

    private static async Task MakeDueAsync(string file)
    {
        await using var context = BenchDiary.Open(file);
        // The measured patients have numbers that nobody texts: 070. With another digit they are mobiles.
        await context.Patients.ExecuteUpdateAsync(row => row.SetProperty(p => p.Telephone, p => p.Telephone.Replace("+4470", "+4477")));
        var now = DateTime.UtcNow;
        await context.Messages.Where(m => m.Kind == MessageKind.Confirmation).OrderBy(m => m.Id).Take(Due)
            .ExecuteUpdateAsync(row => row
                .SetProperty(m => m.State, MessageState.Pending)
                .SetProperty(m => m.Due, now));
    }

    private static async Task<int> WaitingAsync(string file)
    {
        await using var context = BenchDiary.Open(file);
        return await context.Messages.CountAsync(m => m.State == MessageState.Pending);
    }
}
