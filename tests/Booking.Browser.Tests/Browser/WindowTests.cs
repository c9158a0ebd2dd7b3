using Xunit;
using Xunit.Sdk;

namespace Booking.Browser.Tests;

/// <summary>A check that cannot fail proves nothing: each of the window's is shown a page that it must not pass.</summary>
public sealed class WindowTests(Chromium chromium)
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:9/");

    [Fact]
    public async Task A_good_page_passes_each_check()
    {
        await using var window = await ShownAsync("<h1>Good morning</h1>");

        await window.AssertFitsAcrossAsync();
        await window.AssertNoBarrierAsync();
        window.AssertNothingWentWrong();
    }

    [Theory]
    [InlineData("<p style='color: red'>Styled in the page</p>")]
    [InlineData("<script>document.title = 'written in the page'</script>")]
    [InlineData("<img alt='' src='https://elsewhere.example/picture.png'>")]
    public async Task What_the_security_policy_forbids_is_noticed(string body)
    {
        await using var window = await ShownAsync(body);

        Assert.Throws<TrueException>(window.AssertNothingWentWrong);
    }

    [Fact]
    public async Task A_barrier_is_found_and_told_where_it_is()
    {
        await using var window = await ShownAsync("<h1>Where?</h1><a href='/map'></a>");

        var found = await Assert.ThrowsAsync<TrueException>(window.AssertNoBarrierAsync);
        Assert.Contains("<a href=\"/map\">", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_wider_than_the_window_is_noticed()
    {
        await using var window = await ShownAsync($"<h1>{new string('w', 400)}</h1>");

        await Assert.ThrowsAsync<TrueException>(window.AssertFitsAcrossAsync);
    }

    private async Task<Window> ShownAsync(string body)
    {
        var window = await chromium.OpenAsync(Nowhere, Screen.Narrow);
        await window.Page.RouteAsync(Nowhere.AbsoluteUri, route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = "default-src 'none'" },
            Body = $"<!doctype html><html lang=en-GB><title>A page</title><main>{body}</main></html>",
        }));
        await window.Page.GotoAsync("/");
        return window;
    }
}
