using Booking.Data;
using Booking.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>The telephone rings while reception looks at the diary.</summary>
public sealed class DiaryBookingTests(Chromium chromium, StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    private const string Tomorrow = "/staff/diary/2026-11-24";

    [Fact]
    public async Task A_known_patient_is_booked_from_the_diary_with_three_keys_besides_the_name()
    {
        await clinic.BookAsync("Ringing Rut", new(9, 0), "07700 900580");
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync("/staff/diary/2026-12-03");
        var book = page.GetByRole(AriaRole.Button, new() { Name = "Book", Exact = true });

        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("rut");
        await Assertions.Expect(page.GetByRole(AriaRole.Option, new() { Name = "Ringing Rut" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(book).ToBeFocusedAsync();
        await Assertions.Expect(book).ToHaveAccessibleDescriptionAsync("Ringing Rut, Sports injury 45 min, Thu 3 Dec 8:00am with Amy Patel");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Booked with Amy Patel, Thu 3 Dec at 8:00am");
        Assert.Equal(2, await clinic.RememberAsync(context => context.Appointments.CountAsync(a => a.Patient.FullName == "Ringing Rut")));
        window.AssertNothingWentWrong();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task What_the_next_key_books_is_said_beside_the_button_as_it_changes(int width)
    {
        await using var window = await chromium.AtTheDeskAsync(clinic, width == 390 ? Screen.Phone : Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync("/staff/diary/2026-12-02");
        var said = page.Locator(".booking .sum");

        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(said).ToHaveTextAsync("Nobody yet, Sciatica or back pain, first visit 45 min, Wed 2 Dec 8:00am with Amy Patel");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Patient", Exact = true }).FillAsync("New Nadja");
        await page.GetByRole(AriaRole.Option, new() { Name = "New patient" }).ClickAsync();
        await page.GetByLabel("Full name").FillAsync("New Nadja Berg");
        await page.GetByLabel("Treatment").SelectOptionAsync("acupuncture");
        await page.GetByLabel("Minutes").FillAsync("40");
        await page.GetByLabel("Time", new() { Exact = true }).FillAsync("14:05");

        await Assertions.Expect(said).ToHaveTextAsync("New Nadja Berg, Acupuncture 40 min, Wed 2 Dec 2:05pm with Amy Patel");
        await Assertions.Expect(said).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.GetByText("Repeat", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("How often").FillAsync("3");
        await page.RunAndWaitForRequestAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Show the dates" }).ClickAsync(), AsksFor("course", 40));
        await Assertions.Expect(said).ToContainTextAsync("3 visits, the first Wed 2 Dec 2:05pm");
        await page.RunAndWaitForRequestAsync(() => page.GetByText("Next free times").ClickAsync(), AsksFor("next", 40));
        await window.PhotographAsync("diary-booking");
        await window.AssertNoBarrierAsync();
        window.AssertNothingWentWrong();
    }

    [Fact]
    public async Task A_practitioner_is_told_too_that_somebody_new_is_probably_somebody_known()
    {
        await clinic.BookAsync("Likely Lena", new(13, 0), "07700 900583");
        var amy = await clinic.EmployAsync("Amy Patel", StaffRole.Practitioner, "amy-patel");
        await using var window = await chromium.OpenAsync(clinic.Address, Screen.Desk);
        var page = window.Page;
        await page.SignInAsync(amy.Email!);
        await page.OpenDiaryAsync("/staff/diary/2026-12-03");
        await page.Keyboard.PressAsync("n");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Patient", Exact = true }).FillAsync("Lena L");
        await page.GetByRole(AriaRole.Option, new() { Name = "New patient" }).ClickAsync();

        await page.GetByLabel("Telephone", new() { Exact = true }).FillAsync("07700 900583");
        await page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(page.GetByText("Is it one of these?")).ToBeVisibleAsync();
        await window.AssertNoBarrierAsync();
        await page.Locator("button.likely").Filter(new() { HasText = "Likely Lena" }).ClickAsync();
        await Assertions.Expect(page.Locator(".booking .sum")).ToContainTextAsync("Likely Lena");
        window.AssertNothingWentWrong();
    }

    [Fact]
    public async Task When_the_other_line_rings_what_was_typed_for_the_first_caller_waits_until_the_second_is_seen_to()
    {
        await clinic.BookAsync("Second Sven", new(11, 0), "07700 900581");
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        var panel = page.GetByRole(AriaRole.Region, new() { Name = "Details" });
        await page.OpenDiaryAsync(Tomorrow);
        await page.Keyboard.PressAsync("n");
        await page.GetByLabel("Note").FillAsync("Rings from abroad");

        await page.Card("Second Sven").ClickAsync();
        await Assertions.Expect(panel).ToContainTextAsync("A booking is not finished");
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("sven");
        await Assertions.Expect(page.GetByRole(AriaRole.Option, new() { Name = "Second Sven" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Book", Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Booked with Amy Patel");
        await Assertions.Expect(page.GetByLabel("Note")).ToHaveValueAsync("Rings from abroad");
        await Assertions.Expect(page.GetByLabel("Note")).ToBeFocusedAsync();
        window.AssertNothingWentWrong();
        await page.GetByRole(AriaRole.Link, new() { Name = "Later" }).ClickAsync();
        await Assertions.Expect(page.Locator("#heading")).ToHaveTextAsync("Wed 25 Nov");
        await Assertions.Expect(page.GetByLabel("Note")).ToHaveValueAsync("Rings from abroad");
    }

    private static Func<IRequest, bool> AsksFor(string what, int minutes) => request =>
        request.Url.Contains($"/staff/diary/{what}?", StringComparison.Ordinal)
        && request.Url.Contains($"&minutes={minutes}", StringComparison.Ordinal);
}
