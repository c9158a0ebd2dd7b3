namespace Booking.Benchmarks;

/// <summary>The middle one of several runs: what a busy neighbour does to one of them does not count.</summary>
internal static class Median
{
    public const int Runs = 3;

    public static double Of(IEnumerable<double> runs) => runs.Order().ElementAt(Runs / 2);

    public static async Task<double> OfAsync(Func<int, Task<double>> run)
    {
        var runs = new List<double>();
        for (var number = 0; number < Runs; number++)
        {
            runs.Add(await run(number));
        }

        return Of(runs);
    }
}
