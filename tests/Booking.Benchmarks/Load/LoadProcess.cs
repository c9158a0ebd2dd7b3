using System.Diagnostics;
using System.Globalization;

namespace Booking.Benchmarks;

/// <summary>This program once more, in a process of its own, as the people who use the site.</summary>
internal static class LoadProcess
{
    public const string Read = "read";
    public const string Book = "book";

    /// <summary>How many times a second eight people read this page.</summary>
    /// <param name="cookie">What their browsers show, where they are signed in.</param>
    public static Task<double> ReadAsync(PublishedSite site, string path, int seconds, string cookie = "") =>
        RunAsync(Read, site, path, seconds, cookie);

    /// <summary>How many bookings a second eight people make.</summary>
    public static Task<double> BookAsync(PublishedSite site, int first, int seconds) =>
        RunAsync(Book, site, first.ToString(CultureInfo.InvariantCulture), seconds);

    private static async Task<double> RunAsync(
        string what, PublishedSite site, string which, int seconds, params string[] more)
    {
        string[] arguments =
        [
            typeof(LoadProcess).Assembly.Location,
            what,
            site.Address.Port.ToString(CultureInfo.InvariantCulture),
            which,
            seconds.ToString(CultureInfo.InvariantCulture),
            .. more,
        ];
        using var load = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var told = await load.StandardOutput.ReadToEndAsync();
        await load.WaitForExitAsync();
        return load.ExitCode == 0
            ? double.Parse(told, CultureInfo.CurrentCulture)
            : throw new InvalidOperationException($"The load {what} {which} has failed.");
    }
}
