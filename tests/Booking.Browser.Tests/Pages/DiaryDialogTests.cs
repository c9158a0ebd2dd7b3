using Booking.Data;
using Booking.Web.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>What opens beside and over the diary: the details, the move, the reason, the keys.</summary>
public sealed class DiaryDialogTests(Chromium chromium, StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    private const string Tomorrow = "/staff/diary/2026-11-24";

    [Fact]
    public async Task A_conflict_snaps_back_and_says_who_is_there_and_a_reason_overrules_it()
    {
        var there = await clinic.BookAsync("There Tora", new(9, 0));
        var booked = await clinic.BookAsync("Clash Clas", new(10, 0), "07700 900556");
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk, StaffRole.Administrator);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);

        await page.DragAsync(page.Card("Clash Clas"), "Amy Patel", 9);

        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("There Tora is there, 9:00am to 9:45am.");
        await page.Card("Clash Clas").SaysAsync("10:00am to 10:45am");
        await window.AssertNoBarrierAsync();
        await dialog.GetByLabel("Do it all the same, because").FillAsync("Her mother drives them both");
        await page.Keyboard.PressAsync("Enter");

        await page.Card("Clash Clas").SaysAsync("Double booking");
        await page.Card("Clash Clas").SaysAsync("9:00am to 9:45am");
        await window.PhotographAsync("diary-double");
        await clinic.TidyAsync(there.Id);
        await clinic.TidyAsync(booked.Id);
    }

    [Fact]
    public async Task A_reason_is_kept_until_the_clinic_has_said_yes()
    {
        var there = await clinic.BookAsync("There Thea", new(9, 0), "07700 900560");
        var booked = await clinic.BookAsync("Clash Cleo", new(11, 0), "07700 900561");
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk, StaffRole.Administrator);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);
        await page.Card("Clash Cleo").FocusAsync();
        await page.Keyboard.PressAsync("m");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog).Locator(".offers button").First).ToBeFocusedAsync();
        await page.GetByLabel("Time", new() { Exact = true }).FillAsync("09:00");
        await page.Keyboard.PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "That is not free" });
        await Assertions.Expect(dialog.GetByLabel("Do it all the same, because")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(dialog.GetByLabel("Do it all the same, because")).ToHaveAccessibleDescriptionAsync("Say why it should be done all the same");
        await page.RouteAsync("**/staff/diary/change*", route => route.AbortAsync());
        await dialog.GetByLabel("Do it all the same, because").FillAsync("Twins come together");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("does not answer");
        await Assertions.Expect(dialog.GetByLabel("Do it all the same, because")).ToHaveValueAsync("Twins come together");
        await page.UnrouteAsync("**/staff/diary/change*");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(page.Card("Clash Cleo")).ToBeFocusedAsync();
        await page.Card("Clash Cleo").SaysAsync("Double booking");
        Assert.Equal("Twins come together", (await clinic.ReadAsync(booked.Id))!.Overruled);
        await clinic.TidyAsync(there.Id);
        await clinic.TidyAsync(booked.Id);
    }

    [Fact]
    public async Task The_panel_says_everything_and_its_keys_do_what_they_say()
    {
        var booked = await clinic.BookAsync("Panel Pelle", new DateOnly(2026, 11, 23), new(9, 15));
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync("/staff/diary/2026-11-23");

        await page.Card("Panel Pelle").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var panel = page.GetByRole(AriaRole.Region, new() { Name = "Details" });
        await Assertions.Expect(panel).ToContainTextAsync("07700 900123");
        await Assertions.Expect(panel).ToContainTextAsync("Sports injury, £58");
        await window.AssertNoBarrierAsync();
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Arrived");
        await Assertions.Expect(page.Locator("#waiting")).ToContainTextAsync("1 waiting");
        await page.Keyboard.PressAsync("u");
        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Booked");
        await page.Keyboard.PressAsync("c");
        await page.GetByLabel("Reason, for the clinic only").FillAsync("Has a cold");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Cancelled");
        await Assertions.Expect(page.Card("Panel Pelle")).ToHaveCountAsync(0);
        window.AssertNothingWentWrong();
        Assert.Equal("Has a cold", (await clinic.ReadAsync(booked.Id))!.CancelReason);
    }

    [Fact]
    public async Task The_move_dialog_offers_the_next_free_times()
    {
        var booked = await clinic.BookAsync("Dialog Dag", new(9, 0));
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);

        await page.Card("Dialog Dag").FocusAsync();
        await page.Keyboard.PressAsync("m");
        var first = page.GetByRole(AriaRole.Dialog).Locator(".offers button").First;
        await Assertions.Expect(first).ToBeFocusedAsync();
        await window.AssertNoBarrierAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Moved to");
        Assert.NotEqual(booked.StartsAt, (await clinic.ReadAsync(booked.Id))!.StartsAt);
        window.AssertNothingWentWrong();
        await clinic.TidyAsync(booked.Id);
    }

    [Fact]
    public async Task What_the_move_dialog_offers_fits_the_length_and_the_practitioner_that_are_chosen()
    {
        var today = new DateOnly(2026, 11, 23);
        var before = await clinic.BookAsync("Fit Felix", today, new(9, 15), "07700 900563");
        var booked = await clinic.BookAsync("Fit Fanny", today, new(10, 0), "07700 900562");
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync("/staff/diary/2026-11-23");
        await page.Card("Fit Fanny").FocusAsync();
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.PressAsync("+"); // 90 minutes, and on at once
        await page.Keyboard.PressAsync("m");
        var dialog = page.GetByRole(AriaRole.Dialog);
        var offers = dialog.Locator(".offers button");

        await Assertions.Expect(dialog.GetByLabel("Minutes")).ToHaveValueAsync("90");
        await Assertions.Expect(offers.First).ToBeFocusedAsync();
        Assert.All(await offers.AllInnerTextsAsync(), offer => Assert.Contains("Amy Patel", offer, StringComparison.Ordinal));
        await Assertions.Expect(offers.Filter(new() { HasText = "Mon 23 Nov, 10:15am" })).ToHaveCountAsync(1);
        await Assertions.Expect(offers.Filter(new() { HasText = "Mon 23 Nov, 8:" })).ToHaveCountAsync(0); // it would run into Felix
        await window.PhotographAsync("diary-move");
        await dialog.GetByLabel("Minutes").FillAsync("45");
        await dialog.GetByLabel("With").SelectOptionAsync("Anybody");
        await Assertions.Expect(offers.Filter(new() { HasText = "Dan Osei" }).First).ToBeVisibleAsync();
        await dialog.GetByLabel("With").SelectOptionAsync("Amy Patel");
        await offers.Filter(new() { HasText = "Mon 23 Nov, 8:30am" }).ClickAsync();

        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Moved to Amy Patel, Mon 23 Nov at 8:30am, 45 minutes");
        window.AssertNothingWentWrong();
        await clinic.TidyAsync(before.Id);
        await clinic.TidyAsync(booked.Id);
    }

    [Fact]
    public async Task A_move_that_is_refused_leaves_the_dialog_open_with_what_was_typed()
    {
        var there = await clinic.BookAsync("Dialog Ditte", new(9, 0), "07700 900557");
        var booked = await clinic.BookAsync("Dialog Dora", new(11, 0), "07700 900558");
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);
        await page.Card("Dialog Dora").FocusAsync();
        await page.Keyboard.PressAsync("m");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.Locator(".offers button").First).ToBeFocusedAsync();

        await dialog.GetByLabel("Time").FillAsync("09:15");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Move", Exact = true }).ClickAsync();

        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Dialog Ditte is there, 9:00am to 9:45am.");
        await Assertions.Expect(dialog.GetByLabel("Time")).ToHaveValueAsync("09:15");
        await dialog.GetByLabel("Time").FillAsync("12:30");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await page.Card("Dialog Dora").SaysAsync("12:30pm to 1:15pm");
        await clinic.TidyAsync(there.Id);
        await clinic.TidyAsync(booked.Id);
    }

    [Fact]
    public async Task The_dialogs_that_book_and_block_are_asked_for_with_the_time_that_was_chosen()
    {
        var booked = await clinic.BookAsync("Before Bo", new DateOnly(2026, 12, 2), new(14, 0), "07700 900564");
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync("/staff/diary/2026-12-02");
        await page.EvaluateAsync("""
            for (const name of ["diary:book", "diary:block"])
              document.addEventListener(name, event => document.body.dataset.asked = JSON.stringify([name, event.detail]))
            """);

        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("Enter");
        await AskedAsync("""["diary:book",{"start":"2026-12-02T08:00","practitioner":"amy-patel"}]""");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("b");
        await AskedAsync("""["diary:block",{"id":null,"start":"2026-12-02T08:00","practitioner":"amy-patel"}]""");
        await page.Card("Before Bo").FocusAsync();
        await page.Keyboard.PressAsync("b");
        await AskedAsync("""["diary:block",{"id":null,"start":"2026-12-02T14:45","practitioner":"amy-patel"}]""");
        await page.GetByRole(AriaRole.Link, new() { Name = "Later" }).ClickAsync();
        await Assertions.Expect(page.Locator("#heading")).ToHaveTextAsync("Thu 3 Dec");
        await page.Locator("#block").ClickAsync();
        await Assertions.Expect(page.GetByLabel("From", new() { Exact = true })).ToHaveValueAsync("2026-12-03T08:00"); // where work begins
        await clinic.TidyAsync(booked.Id);

        Task AskedAsync(string what) => Assertions.Expect(page.Locator("body")).ToHaveAttributeAsync("data-asked", what);
    }

    [Fact]
    public async Task Single_keys_can_be_switched_off_and_stay_off()
    {
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);
        await page.Keyboard.PressAsync("?");
        await window.AssertNoBarrierAsync();
        await page.GetByLabel("Use these keys").UncheckAsync();
        await page.Keyboard.PressAsync("Escape");

        await page.OpenDiaryAsync(Tomorrow);
        await page.Keyboard.PressAsync("?");
        await page.Keyboard.PressAsync("t");

        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#heading")).ToHaveTextAsync("Tue 24 Nov");
    }
}
