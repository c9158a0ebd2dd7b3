using System.ComponentModel;
using System.Diagnostics;

namespace Booking.Browser.Tests;

/// <summary>Where Chromium is, having fetched it first if it was nowhere.</summary>
internal static class ChromiumOnThisMachine
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private static readonly string[] AsRoot = Environment.IsPrivilegedProcess
        ? ["env", "DEBIAN_FRONTEND=noninteractive"]
        : ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"];

    /// <summary>The path of a browser, or null when Playwright has fetched its own and knows where it is.</summary>
    public static async Task<string?> FindOrFetchAsync()
    {
        if (Environment.GetEnvironmentVariable("BOOKING_CHROMIUM") is { Length: > 0 } chosen)
        {
            return chosen;
        }

        if (InAUsualPlace() is { } found)
        {
            return found;
        }

        if (await PlaywrightFetchesItsOwnAsync())
        {
            return null;
        }

        await PackageManagerInstallsAsync();
        return InAUsualPlace() ?? throw new InvalidOperationException(
            "The browser tests need Chromium, and it could be neither found, downloaded nor installed. "
            + "Install it (for example: apt-get install chromium), or say where it is in BOOKING_CHROMIUM.");
    }

    private static string? InAUsualPlace() => UsualPlaces.FirstOrDefault(File.Exists);

    // The download comes first: its system libraries are no use when there is no download.
    private static async Task<bool> PlaywrightFetchesItsOwnAsync() =>
        await WithinPatienceAsync("install", "chromium") && await WithinPatienceAsync("install-deps", "chromium");

    private static async Task<bool> WithinPatienceAsync(params string[] installer)
    {
        try
        {
            return await Task.Run(() => Microsoft.Playwright.Program.Main(installer)).WaitAsync(Patience) == 0;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static async Task PackageManagerInstallsAsync()
    {
        if (!File.Exists("/usr/bin/apt-get"))
        {
            return;
        }

        await RunAsync([.. AsRoot, "apt-get", "update", "-q"]);
        await RunAsync([
            .. AsRoot, "apt-get", "install", "-qy", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120", "chromium",
        ]);
    }

    private static async Task RunAsync(string[] command)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            using var running = Process.Start(new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false })!;
            using var impatience = patience.Token.Register(() => running.Kill(entireProcessTree: true));
            await running.WaitForExitAsync(CancellationToken.None);
        }
        catch (Win32Exception notThere)
        {
            Console.Error.WriteLine($"{command[0]}: {notThere.Message}");
        }
    }
}
