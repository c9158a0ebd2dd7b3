namespace Booking.Benchmarks;

/// <summary>Everything that is measured, as one table: figures of one run on one machine, of which the ratios travel.</summary>
internal static class Report
{
    public static Task WriteAsync(string? seed) => MeasureAsync(seed, async (site, diary) =>
    {
        var folder = Path.GetDirectoryName(diary)!;
        var old = Path.Combine(folder, "old.db");
        await BenchDiary.MakeOldAsync(old, diary);
        await StartReport.WriteAsync(site, diary);
        await WeightReport.WriteAsync(site, diary);
        await TextsReport.WriteAsync(site, old, folder);
        await PatientsReport.WriteAsync(diary);
        await LoadReport.WriteAsync(site, diary, old);
        await DiaryReport.WriteAsync(site, diary);
        await LiveReport.WriteAsync(site, diary);
    });

    /// <summary>Only how fast the site takes bookings, for whoever works on that.</summary>
    public static Task WriteBookingsAsync() => MeasureAsync(Checkout.Seed, BookingsReport.WriteAloneAsync);

    /// <summary>Only how fast texts go and what bookings notice of it.</summary>
    public static Task WriteTextsAsync() => MeasureAsync(Checkout.Seed, async (site, diary) =>
    {
        var folder = Path.GetDirectoryName(diary)!;
        var old = Path.Combine(folder, "old.db");
        await BenchDiary.MakeOldAsync(old, diary);
        await TextsReport.WriteAsync(site, old, folder);
    });

    private static async Task MeasureAsync(string? seed, Func<string, string, Task> measure)
    {
        var folder = Directory.CreateTempSubdirectory("booking-bench-").FullName;
        try
        {
            var rows = seed is null
                ? SeedRow.Invent(BenchClinic.FirstDay)
                : SeedRow.Read(seed, BenchClinic.FirstDay);
            Console.WriteLine($"{rows.Count} appointments {(seed is null ? "of an invented diary" : $"from {seed}")}, medians of {Median.Runs} runs");
            var (site, diary) = (Path.Combine(folder, "site"), Path.Combine(folder, "diary.db"));
            await PublishedSite.PublishAsync(site);
            await BenchDiary.MakeAsync(diary, rows);
            Row.Head();
            await measure(site, diary);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
