using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Booking.Tests;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>One person's browser window, which remembers all that went wrong on its pages.</summary>
public sealed class Window : IAsyncDisposable
{
    // The console says it of the page itself too, and a page may rightly be a 404.
    private const string Missing = "Failed to load resource: the server responded";

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = [];

    internal Window(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        // A style or script that the content security policy stops is an error on the console.
        page.Console += (_, message) => Complain(
            message.Type == "error" && !message.Text.StartsWith(Missing, StringComparison.Ordinal), message.Text);
        page.PageError += (_, error) => Complain(true, error);
        page.RequestFailed += (_, request) => Complain(true, $"{request.Url}: {request.Failure}");
        page.Response += (_, answer) => Complain(
            answer.Status >= 400 && !answer.Request.IsNavigationRequest, $"{answer.Url}: {answer.Status}");
        page.Request += (_, request) => Complain(IsElsewhere(request.Url), $"{request.Url} is not ours");
    }

    public IPage Page { get; }

    /// <summary>Fails when a page was in breach of its own security policy, ran into an error or asked another host.</summary>
    public void AssertNothingWentWrong() => Assert.True(_complaints.IsEmpty, string.Join('\n', _complaints));

    /// <summary>Fails with every barrier that axe finds on the page as it stands now, and where it is.</summary>
    public async Task AssertNoBarrierAsync()
    {
        await Page.IsLoadedAsync();
        var found = await Page.RunAxe();
        Assert.True(found.Violations.Length == 0, Describe(found.Violations));
    }

    /// <summary>Fails when the page must be scrolled sideways.</summary>
    public async Task AssertFitsAcrossAsync()
    {
        await Page.IsLoadedAsync();
        var over = await Page.EvaluateAsync<int>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(over <= 0, $"{Page.Url} is {over} px too wide for the window.");
    }

    /// <summary>Keeps the whole page as a picture in artifacts/screenshots, for a person to look at.</summary>
    public async Task PhotographAsync(string name)
    {
        await Page.IsLoadedAsync();
        await Page.ScreenshotAsync(new()
        {
            FullPage = true,
            Path = Checkout.At("artifacts", "screenshots", $"{name}-{Page.ViewportSize!.Width}.png"),
        });
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private static bool IsElsewhere(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var asked) && asked.Scheme.StartsWith("http", StringComparison.Ordinal) && !asked.IsLoopback;

    private void Complain(bool wrong, string what)
    {
        if (wrong)
        {
            _complaints.Enqueue(what);
        }
    }

    private string Describe(IEnumerable<AxeResultItem> violations)
    {
        var text = new StringBuilder($"{Page.Url} has barriers:");
        foreach (var violation in violations)
        {
            text.AppendLine().Append(CultureInfo.InvariantCulture, $"  {violation.Id} ({violation.Impact}): {violation.Help}");
            foreach (var node in violation.Nodes)
            {
                text.AppendLine().Append(CultureInfo.InvariantCulture, $"    {node.Target}: {node.Html}");
            }
        }

        return text.ToString();
    }
}
