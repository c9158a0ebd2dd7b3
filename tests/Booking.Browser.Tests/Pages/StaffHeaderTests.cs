using Booking.Data;
using Booking.Web.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>The row at the top of each staff page, from which everything else is reached.</summary>
public sealed class StaffHeaderTests(Chromium chromium, StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    private const int OneRow = 60;

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(1024)]
    public async Task Where_there_is_little_room_it_is_one_row_and_the_rest_unfolds_without_JavaScript(int width)
    {
        await using var window = await OpenAsync(width, javaScript: false);
        var page = window.Page;
        var signOut = page.GetByRole(AriaRole.Button, new() { Name = "Sign out" });
        Assert.InRange((await page.Locator(".top").BoundingBoxAsync())!.Height, 1, OneRow);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Diary" })).ToBeVisibleAsync();
        await Assertions.Expect(signOut).ToBeHiddenAsync();

        await page.GetByText("More", new() { Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Settings" })).ToBeInViewportAsync();
        await window.AssertFitsAcrossAsync();
        await window.PhotographAsync("staff-more");
        await signOut.ClickAsync();
        await page.ArriveAsync("**/staff/sign-in");
    }

    [Fact]
    public async Task At_a_desk_nothing_is_folded_away()
    {
        await using var window = await OpenAsync(1440, javaScript: true);

        Assert.InRange((await window.Page.Locator(".top").BoundingBoxAsync())!.Height, 1, OneRow);
        await Assertions.Expect(window.Page.GetByText("More", new() { Exact = true })).ToBeHiddenAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Settings" })).ToBeInViewportAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" })).ToBeInViewportAsync();
        await window.AssertNoBarrierAsync();
    }

    private async Task<Window> OpenAsync(int width, bool javaScript)
    {
        var window = await chromium.AtTheDeskAsync(clinic, new Screen(width, 800), StaffRole.Administrator, javaScript);
        await window.Page.GotoAsync("/staff/patients");
        return window;
    }
}
