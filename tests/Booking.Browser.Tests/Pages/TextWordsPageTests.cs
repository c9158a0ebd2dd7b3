using Booking.Data;
using Booking.Web.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>The words of the clinic's texts, as an administrator writes them on a phone and at a desk.</summary>
public sealed class TextWordsPageTests(Chromium chromium, StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    public static TheoryData<Screen> Screens { get; } = [Screen.Phone, Screen.Desk];

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task How_it_reads_follows_what_is_typed_and_no_page_has_a_barrier(Screen screen)
    {
        await using var window = await chromium.AtTheDeskAsync(clinic, screen, StaffRole.Administrator);
        var page = window.Page;
        var preview = page.Locator("#preview");

        await page.GotoAsync("/staff/settings/reminders");
        await LooksRightAsync(window, "reminders");
        await page.GotoAsync("/staff/texts");
        await LooksRightAsync(window, "texts");
        await page.GetByRole(AriaRole.Link, new() { Name = "Reminder", Exact = true }).ClickAsync();
        await page.GetByLabel("Words").FillAsync("Hello {firstname}, see you on {when}. How is your knee?");
        await Assertions.Expect(preview).ToContainTextAsync("Hello Jo, see you on Wednesday");
        await Assertions.Expect(preview).ToContainTextAsync("Take out \"knee\"");
        await Assertions.Expect(preview).ToContainTextAsync("1 part, 4p");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save these words" }).ClickAsync();
        await LooksRightAsync(window, "text-words-wrong");
        await page.GetByLabel("Words").FillAsync("Hello {firstname}, see you on {when}.");
        await Assertions.Expect(preview).Not.ToContainTextAsync("knee");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save these words" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Your own words", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Confirmation by e-mail" }).ClickAsync();
        await LooksRightAsync(window, "text-words-email");
        window.AssertNothingWentWrong();
    }

    private static async Task LooksRightAsync(Window window, string name)
    {
        await window.PhotographAsync(name);
        await window.AssertFitsAcrossAsync();
        await window.AssertNoBarrierAsync();
    }
}
