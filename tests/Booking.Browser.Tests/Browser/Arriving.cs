using System.Diagnostics;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>Waits for a page that is on its way. The page itself is asked: on a busy machine the news that it has loaded can be missed.</summary>
internal static class Arriving
{
    private const string Gone = "Execution context was destroyed";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Until the page of this address, a pattern of globs, has loaded.</summary>
    public static async Task ArriveAsync(this IPage page, string address)
    {
        await page.WaitForURLAsync(address, new() { WaitUntil = WaitUntilState.Commit });
        await page.IsLoadedAsync();
    }

    public static async Task IsLoadedAsync(this IPage page)
    {
        var waited = Stopwatch.StartNew();
        while (!await HasLoadedAsync(page))
        {
            Assert.True(waited.Elapsed < Patience, "The page does not load.");
            await Task.Delay(50);
        }
    }

    private static async Task<bool> HasLoadedAsync(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<string>("document.readyState") == "complete";
        }
        catch (PlaywrightException e) when (e.Message.Contains(Gone, StringComparison.Ordinal))
        {
            return false; // the next page has just come in its place
        }
    }
}
