using Booking.Web.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>Somebody who tries the product out, with the phone that the demo shows.</summary>
public sealed class DemoPhoneTests(Chromium chromium, TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_booking_brings_a_text_at_once_and_one_reminder_when_the_clock_is_wound_on()
    {
        await using var clinic = await ClinicProcess.StartAsync(database, ("Clinic:PublicBaseUrl", "http://localhost"));
        await using var window = await chromium.OpenAsync(clinic.Address, Screen.Desk);
        var page = window.Page;
        await page.GotoAsync("/book/sports-injury");
        await page.GetByRole(AriaRole.Link, new() { Name = "Later dates" }).ClickAsync();
        await page.Locator("button.time").First.ClickAsync();
        await page.GetByLabel("Full name").FillAsync("Jo Smith");
        await page.GetByLabel("Mobile number").FillAsync("07700 900123");
        await page.GetByRole(AriaRole.Button, new() { Name = "Book this appointment" }).ClickAsync();

        await page.GotoAsync("/demo/phone");
        await Assertions.Expect(Texts("you are booked")).ToHaveCountAsync(1);
        await Assertions.Expect(Texts("look forward")).ToHaveCountAsync(0);
        for (var day = 0; day < 15 && await Texts("look forward").CountAsync() == 0; day++)
        {
            await WindADayOnAsync();
        }

        await WindADayOnAsync();
        await Assertions.Expect(Texts("look forward")).ToHaveCountAsync(1);
        await Assertions.Expect(Texts("you are booked")).ToHaveCountAsync(1);
        await window.PhotographAsync("demo-phone");
        await window.AssertFitsAcrossAsync();
        await window.AssertNoBarrierAsync();

        async Task WindADayOnAsync()
        {
            var before = await page.Locator(".clock").InnerTextAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "A day on" }).ClickAsync();
            await Assertions.Expect(page.Locator(".clock")).Not.ToHaveTextAsync(before);
            await page.IsLoadedAsync();
        }

        ILocator Texts(string words) => page.Locator(".bubble").Filter(new() { HasText = words });
    }
}
