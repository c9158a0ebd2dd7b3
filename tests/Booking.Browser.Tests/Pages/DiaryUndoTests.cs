using Booking.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>Ctrl+Z takes back the latest change, whatever it was, once; and never another one.</summary>
public sealed class DiaryUndoTests(Chromium chromium, StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    private const string Tomorrow = "/staff/diary/2026-11-24";

    [Fact]
    public async Task What_is_undone_is_said_and_a_second_undo_changes_nothing_more()
    {
        var booked = await clinic.BookAsync("Undo Uma", new(9, 0));
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);
        await page.Card("Undo Uma").FocusAsync();
        await page.NudgeAsync("ArrowDown");
        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Moved to Amy Patel, Tue 24 Nov at 9:15am");

        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Undone: Moved to Amy Patel, Tue 24 Nov at 9:15am");
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Nothing more to undo.");

        var back = (await clinic.ReadAsync(booked.Id))!;
        Assert.Equal((new TimeOnly(9, 0), 3), (back.Start, back.Version));
        window.AssertNothingWentWrong();
        await clinic.TidyAsync(back);
    }

    [Fact]
    public async Task A_move_that_is_still_in_the_hand_is_put_back_and_the_change_before_it_stays()
    {
        var noted = await clinic.BookAsync("Undo Ursula", new(10, 0), "07700 900611");
        var held = await clinic.BookAsync("Undo Ulf", new(11, 0), "07700 900612");
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);
        await page.Card("Undo Ursula").FocusAsync();
        await page.Keyboard.PressAsync("o");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).FillAsync("Deaf in one ear");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the note" }).ClickAsync();
        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Note kept");
        await page.Card("Undo Ulf").FocusAsync();

        await page.Keyboard.DownAsync("Alt");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Card("Undo Ulf").SaysAsync("11:15am to 12:00pm");
        await page.Keyboard.PressAsync("Control+z");
        await page.Keyboard.UpAsync("Alt");

        await page.Card("Undo Ulf").SaysAsync("11:00am to 11:45am");
        Assert.Equal(1, (await clinic.ReadAsync(held.Id))!.Version);
        Assert.Equal("Deaf in one ear", (await clinic.ReadAsync(noted.Id))!.Note);
        await clinic.TidyAsync(noted.Id);
        await clinic.TidyAsync(held.Id);
    }

    [Fact]
    public async Task After_a_block_it_is_the_block_that_is_taken_back_and_not_what_was_done_before()
    {
        var booked = await clinic.BookAsync("Undo Una", new DateOnly(2026, 12, 2), new(9, 0), "07700 900613");
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync("/staff/diary/2026-12-02");
        await page.Card("Undo Una").FocusAsync();
        await page.NudgeAsync("ArrowDown");
        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Moved to Amy Patel, Wed 2 Dec at 9:15am");

        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("b");
        await page.GetByRole(AriaRole.Button, new() { Name = "Block", Exact = true }).Last.ClickAsync();
        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Lunch: Amy Patel, Wed 2 Dec, 8:00am to 8:30am");
        await Assertions.Expect(page.Locator(".taken [role=button]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+z");

        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Undone: Lunch: Amy Patel");
        await Assertions.Expect(page.Locator(".taken")).ToHaveCountAsync(0);
        Assert.Equal(0, await clinic.RememberAsync(context => context.Blocks.CountAsync(b => b.RemovedAt == null)));
        Assert.Equal(new TimeOnly(9, 15), (await clinic.ReadAsync(booked.Id))!.Start);
        window.AssertNothingWentWrong();
    }

    [Fact]
    public async Task An_undo_that_found_no_connection_can_be_tried_again()
    {
        var booked = await clinic.BookAsync("Undo Uwe", new(13, 30), "07700 900614");
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);
        await page.Card("Undo Uwe").FocusAsync();
        await page.NudgeAsync("ArrowDown");
        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Moved to Amy Patel");
        await page.RouteAsync("**/staff/diary/change*", route => route.AbortAsync());
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("does not answer");

        await page.UnrouteAsync("**/staff/diary/change*");
        await page.Keyboard.PressAsync("Control+z");

        await page.Card("Undo Uwe").SaysAsync("1:30pm to 2:15pm");
        await clinic.TidyAsync(booked.Id);
    }
}
