namespace Booking.Benchmarks;

/// <summary>Everything that is measured, as one table: figures of one run on one machine, of which the ratios travel.</summary>
internal static class Report
{
    public static async Task WriteAsync(string? seed)
    {
        var folder = Directory.CreateTempSubdirectory("booking-bench-").FullName;
        try
        {
            var rows = seed is null
                ? SeedRow.Invent(BenchClinic.FirstDay)
                : SeedRow.Read(seed, BenchClinic.FirstDay);
            Console.WriteLine($"{rows.Count} appointments {(seed is null ? "of an invented diary" : $"from {seed}")}, medians of {Median.Runs} runs");
            var (site, diary, old) = (Path.Combine(folder, "site"), Path.Combine(folder, "diary.db"), Path.Combine(folder, "old.db"));
            await PublishedSite.PublishAsync(site);
            await BenchDiary.MakeAsync(diary, rows);
            await BenchDiary.MakeOldAsync(old, diary);
            Row.Head();
            await StartReport.WriteAsync(site, diary);
            await WeightReport.WriteAsync(site, diary);
            await TextsReport.WriteAsync(site, old, folder);
            await PatientsReport.WriteAsync(diary);
            await LoadReport.WriteAsync(site, diary, old);
            await DiaryReport.WriteAsync(site, diary);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
