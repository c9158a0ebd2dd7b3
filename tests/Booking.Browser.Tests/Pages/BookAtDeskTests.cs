using Booking.Web.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>Reception books on a phone, or with JavaScript switched off.</summary>
public sealed class BookAtDeskTests(Chromium chromium, StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    public static TheoryData<Screen, bool> Windows { get; } = new()
    {
        { Screen.Phone, true },
        { Screen.Phone, false },
        { Screen.Desk, true },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Each_step_fits_the_screen_and_has_no_barrier(Screen screen, bool javaScript)
    {
        await clinic.BookAsync("Step Stella", new DateOnly(2026, 12, 1), screen == Screen.Desk ? new(9, 0) : javaScript ? new(10, 0) : new(13, 0), "07700 900801");
        await using var window = await chromium.AtTheDeskAsync(clinic, screen, javaScript: javaScript);
        var page = window.Page;
        await page.GotoAsync("/staff/book");
        await page.GetByLabel("Find a patient").FillAsync("stel");
        await PressAsync("Find");
        await SeesAsync("desk-found");
        await page.GetByRole(AriaRole.Link, new() { Name = "Step Stella" }).First.ClickAsync();
        await SeesAsync("desk-times");
        await page.Locator("a.time").First.ClickAsync();
        await SeesAsync("desk-confirm");
        await PressAsync("Book this appointment");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Step Stella" })).ToBeVisibleAsync();
        window.AssertNothingWentWrong();

        Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

        async Task SeesAsync(string name)
        {
            await window.PhotographAsync(javaScript ? name : $"{name}-without-script");
            await window.AssertFitsAcrossAsync();
            if (javaScript)
            {
                await window.AssertNoBarrierAsync();
            }
        }
    }
}
