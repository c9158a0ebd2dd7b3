using Booking.Web.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>Reception takes a sick colleague out of the diary, on a phone and at the desk, with JavaScript and without.</summary>
public sealed class LeavePageTests(Chromium chromium)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1440, true)]
    [InlineData(390, false)]
    public async Task Who_is_off_sick_is_seen_to_in_two_presses_without_a_barrier(int width, bool javaScript)
    {
        await using var clinic = new StaffedClinic();
        var today = new DateOnly(2026, 11, 23);
        await clinic.BookAsync("Olivia Shaw", today, new(9, 15));
        await clinic.BookAsync("Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Li", today, new(10, 0));
        await clinic.BookAsync("Noah Kelly", today, new(14, 0));
        await using var window = await chromium.AtTheDeskAsync(clinic, new Screen(width, 900), javaScript: javaScript);
        var page = window.Page;
        await page.GotoAsync("/staff/leave");
        await SeesAsync("leave");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "There is a problem" })).ToBeVisibleAsync();
        await SeesAsync("leave-wrong");
        await page.Locator("a[href$='today=amy-patel']").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "3 appointments are in the way" })).ToBeVisibleAsync();
        await SeesAsync("leave-plan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Saved" })).ToBeVisibleAsync();
        await SeesAsync("leave-saved");
        window.AssertNothingWentWrong();

        async Task SeesAsync(string name)
        {
            await window.PhotographAsync(name);
            await window.AssertFitsAcrossAsync();
            if (javaScript)
            {
                await window.AssertNoBarrierAsync();
            }
        }
    }
}
