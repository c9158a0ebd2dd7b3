using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Booking.Browser.Tests.Chromium))]

namespace Booking.Browser.Tests;

/// <summary>The one browser of the run, from which every test opens windows of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Quietly =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    // As for everything else that Playwright waits for: a machine that runs other tests beside is slow, not wrong.
    private const int Patience = 30_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var executable = await ChromiumOnThisMachine.FindOrFetchAsync();
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = Quietly });
    }

    /// <summary>A new window with no memory of any other; <paramref name="screen"/> says how big.</summary>
    public async Task<Window> OpenAsync(Uri clinic, Screen screen, bool javaScript = true, string? timeZone = null)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = clinic.AbsoluteUri,
            JavaScriptEnabled = javaScript,
            HasTouch = screen.Touched,
            Locale = "en-GB",
            TimezoneId = timeZone,
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
        });
        return new Window(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
    }
}
