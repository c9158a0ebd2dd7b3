using System.Globalization;

namespace Booking.Benchmarks;

/// <summary>One appointment of the measured diary.</summary>
/// <param name="Practitioner">1 to 5.</param>
/// <param name="Treatment">1 to 3: 30, 45 and 60 minutes.</param>
internal readonly record struct SeedRow(int Practitioner, int Treatment, DateOnly Date, TimeOnly Start)
{
    private const double Fullness = 0.8;

    /// <summary>The rows of a file, moved by whole weeks so that they begin on this Monday.</summary>
    public static IReadOnlyList<SeedRow> Read(string file, DateOnly firstDay)
    {
        var rows = File.ReadLines(file).Skip(1).Select(Parse).ToList();
        var moved = firstDay.DayNumber - rows.Min(row => row.Date).DayNumber;
        return rows.ConvertAll(row => row with { Date = row.Date.AddDays(moved) });
    }

    /// <summary>A diary of the same shape, the same each time, where the file is not to be had.</summary>
    public static IReadOnlyList<SeedRow> Invent(DateOnly firstDay)
    {
        // Not a secret: a diary that is drawn anew for every run could not be compared.
#pragma warning disable CA5394
        var random = new Random(1);
        return
        [
            .. from day in Enumerable.Range(0, BenchClinic.FilledDays)
               let date = firstDay.AddDays(day)
               where date.DayOfWeek != DayOfWeek.Sunday
               from practitioner in Enumerable.Range(1, BenchClinic.Practitioners)
               from start in Hours(date.DayOfWeek)
               where random.NextDouble() < Fullness
               select new SeedRow(practitioner, random.Next(1, 4), date, start),
        ];
#pragma warning restore CA5394
    }

    private static SeedRow Parse(string line)
    {
        var fields = line.Split(',');
        return new SeedRow(
            int.Parse(fields[0], CultureInfo.InvariantCulture),
            int.Parse(fields[1], CultureInfo.InvariantCulture),
            DateOnly.ParseExact(fields[2], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            TimeOnly.ParseExact(fields[3], "HH:mm", CultureInfo.InvariantCulture));
    }

    private static IEnumerable<TimeOnly> Hours(DayOfWeek day) => day == DayOfWeek.Saturday
        ? Enumerable.Range(9, 4).Select(hour => new TimeOnly(hour, 0))
        : Enumerable.Range(8, 4).Select(hour => new TimeOnly(hour, 0))
            .Concat(Enumerable.Range(13, 7).Select(hour => new TimeOnly(hour, 0)));
}
