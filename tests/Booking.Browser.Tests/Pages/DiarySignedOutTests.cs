using System.Text.RegularExpressions;
using Booking.Data;
using Booking.Web.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>The session ends while reception works at the diary: over night, or because somebody signed out elsewhere.</summary>
public sealed partial class DiarySignedOutTests(Chromium chromium, StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    private const string Tomorrow = "/staff/diary/2026-11-24";

    [Fact]
    public async Task What_is_half_typed_stays_and_goes_on_once_somebody_has_signed_in_in_another_window()
    {
        var member = await clinic.EmployAsync("Rita Again", StaffRole.Receptionist);
        await using var window = await chromium.OpenAsync(clinic.Address, Screen.Desk);
        var page = window.Page;
        await page.SignInAsync(member.Email!);
        await page.OpenDiaryAsync(Tomorrow);
        await page.Keyboard.PressAsync("n");
        await page.GetByLabel("Note").FillAsync("Rings from abroad");

        await SignOutAsync(page);

        await Assertions.Expect(page.Locator("#offline")).ToContainTextAsync("You are signed out.");
        await Assertions.Expect(page.Locator("#live")).ToHaveTextAsync("Signed out");
        await Assertions.Expect(page.GetByLabel("Note")).ToHaveValueAsync("Rings from abroad");
        await window.AssertNoBarrierAsync();
        var other = await page.Context.RunAndWaitForPageAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "Sign in again in another window" }).ClickAsync());
        await other.SignInAsync(member.Email!);

        await Assertions.Expect(page.Locator("#offline")).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByLabel("Note")).ToHaveValueAsync("Rings from abroad");
        await Assertions.Expect(page.Locator("#live")).ToHaveTextAsync("Live");
    }

    [Fact]
    public async Task Where_nothing_is_unfinished_the_page_leads_to_the_sign_in()
    {
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        await window.Page.OpenDiaryAsync(Tomorrow);

        await SignOutAsync(window.Page);

        await window.Page.ArriveAsync("**/staff/sign-in?*");
    }

    // The window is looked at again, and asks.
    private static async Task SignOutAsync(IPage page)
    {
        await page.Context.ClearCookiesAsync(new() { NameRegex = Session() });
        await page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
    }

    [GeneratedRegex("staff$", RegexOptions.None, 1000)]
    private static partial Regex Session();
}
