namespace Booking.Benchmarks;

/// <summary>The folder of the whole product, and what lies near it.</summary>
internal static class Checkout
{
    public static string Root { get; } = Above(folder => Path.Combine(folder, "Booking.sln"))
        ?? throw new InvalidOperationException("Booking.sln is in no folder above.");

    /// <summary>The diary that other systems were measured with, if it is to be found.</summary>
    public static string? Seed { get; } = Above(folder => Path.Combine(folder, "shared", "bench", "seed.csv")) is { } folder
        ? Path.Combine(folder, "shared", "bench", "seed.csv")
        : null;

    private static string? Above(Func<string, string> has)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(has(folder.FullName)))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }
}
