using Booking.Web.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>Reception is quicker than the clinic's computer: what the next key finds is true all the same.</summary>
public sealed class DiaryQuickHandTests(Chromium chromium, StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    private const string Today = "/staff/diary/2026-11-23";

    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Fact]
    public async Task Keys_pressed_before_the_answer_to_the_last_one_are_about_what_it_says()
    {
        var booked = await clinic.BookAsync("Quick Quentin", Monday, new(9, 15));
        await using var window = await OpenAsync(answersAreSlow: true);
        var page = window.Page;

        await page.Card("Quick Quentin").FocusAsync();
        await page.Keyboard.PressAsync("a");
        await page.Keyboard.PressAsync("u");
        await page.Keyboard.PressAsync("c");
        await page.Keyboard.PressAsync("a"); // of the reason, and no mark
        await page.GetByLabel("Reason, for the clinic only").FillAsync("Has a cold");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Card("Quick Quentin")).ToHaveCountAsync(0);

        Assert.Equal(
            ["Booked", "Marked", "Marked", "Cancelled"],
            (await clinic.ReadAsync(booked.Id))!.History.OrderBy(line => line.Id).Select(line => line.What.Split(' ')[0]));
        window.AssertNothingWentWrong();
    }

    [Fact]
    public async Task What_was_done_and_undone_is_known_before_the_diary_has_been_read_anew()
    {
        var booked = await clinic.BookAsync("Quick Quirin", Monday, new(10, 0), "07700 900601");
        await using var window = await OpenAsync(readings: false);
        var page = window.Page;
        var toast = page.Locator("#toast");

        await page.Card("Quick Quirin").FocusAsync();
        await page.Keyboard.PressAsync("c");
        await page.GetByLabel("Reason, for the clinic only").FillAsync("Has a cold");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Card("Quick Quirin")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Control+z");
        await page.Card("Quick Quirin").SaysAsync("10:00am to 10:45am");
        await page.Card("Quick Quirin").FocusAsync();
        await page.NudgeAsync("ArrowDown");
        await Assertions.Expect(toast).ToContainTextAsync("Moved to Amy Patel, Mon 23 Nov at 10:15am");
        await page.Keyboard.PressAsync("+");
        await Assertions.Expect(toast).ToContainTextAsync("Now ends 11:15am, 60 minutes");
        await page.Keyboard.PressAsync("o");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).FillAsync("Feels better");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the note" }).ClickAsync();
        await Assertions.Expect(toast).ToContainTextAsync("Note kept");

        var now = (await clinic.ReadAsync(booked.Id))!;
        Assert.Equal((new TimeOnly(10, 15), 60, "Feels better", true), (now.Start, now.Minutes, now.Note, now.Stands));
        window.AssertNothingWentWrong();
        await clinic.TidyAsync(now);
    }

    [Fact]
    public async Task What_was_just_booked_has_the_focus_for_the_next_key()
    {
        await clinic.BookAsync("Quick Quinn", Monday.AddDays(9), new(9, 0), "07700 900602");
        await using var window = await OpenAsync(readings: false, "/staff/diary/2026-12-03");
        var page = window.Page;

        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("quinn");
        await Assertions.Expect(page.GetByRole(AriaRole.Option, new() { Name = "Quick Quinn" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Book", Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Card("Quick Quinn")).ToBeFocusedAsync();
        await page.NudgeAsync("ArrowDown");

        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Moved to Amy Patel, Thu 3 Dec at 8:15am");
        window.AssertNothingWentWrong();
    }

    [Fact]
    public async Task The_focus_goes_to_what_stands_where_the_cancelled_one_stood()
    {
        await clinic.BookAsync("First Fred", Monday.AddDays(11), new(8, 0), "07700 900603");
        await clinic.BookAsync("Cancelled Carl", Monday.AddDays(11), new(11, 0), "07700 900604");
        await using var window = await OpenAsync(address: "/staff/diary/2026-12-04");
        var page = window.Page;

        await page.Card("Cancelled Carl").FocusAsync();
        await page.Keyboard.PressAsync("c");
        await page.GetByLabel("Reason, for the clinic only").FillAsync("Has a cold");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Card("Cancelled Carl")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".free [role=button]:focus")).ToHaveAccessibleNameAsync(
            "Free, 8:45am to 12:00pm, Fri 4 Dec, with Amy Patel. Book");
    }

    private async Task<Window> OpenAsync(bool readings = true, string address = Today, bool answersAreSlow = false)
    {
        var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        await window.Page.OpenDiaryAsync(address);
        if (answersAreSlow)
        {
            await window.Page.RouteAsync("**/staff/diary/change*", async route =>
            {
                await Task.Delay(500);
                await route.ContinueAsync();
            });
        }

        if (!readings)
        {
            await window.Page.RouteAsync("**/staff/diary/data*", _ => Task.CompletedTask); // they are never answered
        }

        return window;
    }
}
