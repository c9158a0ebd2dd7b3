using Booking.Data;
using Booking.Web.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>An appointment is moved and made longer by key, by mouse and by finger.</summary>
public sealed class DiaryMoveTests(Chromium chromium, StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    private const string Tomorrow = "/staff/diary/2026-11-24";

    [Theory]
    [InlineData(StaffRole.Administrator)]
    [InlineData(StaffRole.Receptionist)]
    public async Task A_move_by_key_passes_over_what_is_occupied_and_says_what_it_passed(StaffRole role)
    {
        var there = await clinic.BookAsync("There Tilda", new(9, 0), "07700 900570");
        var booked = await clinic.BookAsync("Over Ove", new(9, 45), "07700 900571");
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk, role);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);

        await page.Card("Over Ove").FocusAsync();
        await page.Keyboard.DownAsync("Alt");
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.Locator("#says")).ToHaveTextAsync("8:15am, Amy Patel, past There Tilda");
        await page.Keyboard.UpAsync("Alt");

        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Moved to Amy Patel, Tue 24 Nov at 8:15am");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(page.Card("Over Ove")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Moved to Amy Patel, Tue 24 Nov at 8:00am");
        await Assertions.Expect(page.Card("Over Ove")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(page.Locator("#toast")).ToHaveTextAsync("No free place that way, only time outside hours.×");
        window.AssertNothingWentWrong();
        await clinic.TidyAsync(there.Id);
        await clinic.TidyAsync(booked.Id);
    }

    [Fact]
    public async Task A_move_by_key_to_a_colleague_passes_over_whoever_is_not_free()
    {
        var booked = await clinic.BookAsync("Side Sid", new(8, 15));
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);

        await page.Card("Side Sid").FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowRight");

        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Moved to Dan Osei, Tue 24 Nov at 8:15am");
        window.AssertNothingWentWrong();
        await clinic.TidyAsync(booked.Id);
    }

    [Fact]
    public async Task An_appointment_is_made_longer_by_the_mouse_and_shorter_by_key()
    {
        var booked = await clinic.BookAsync("Long Lotta", new(9, 0));
        var next = await clinic.BookAsync("Next Nils", new(10, 15), "07700 900572");
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);

        await page.PullAsync(page.Card("Long Lotta"), minutes: 30);

        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Now ends 10:15am, 75 minutes");
        await page.Card("Long Lotta").SaysAsync("9:00am to 10:15am");
        await page.Card("Long Lotta").FocusAsync();
        await page.Keyboard.PressAsync("+");
        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("It cannot be longer: Next Nils comes next.");
        await page.Keyboard.PressAsync("-");
        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Now ends 10:00am, 60 minutes");
        await page.Card("Long Lotta").SaysAsync("9:00am to 10:00am");
        Assert.Equal(60, (await clinic.ReadAsync(booked.Id))!.Minutes);
        window.AssertNothingWentWrong();
        await clinic.TidyAsync(booked.Id);
        await clinic.TidyAsync(next.Id);
    }

    [Fact]
    public async Task What_has_begun_is_made_longer_where_it_stands_and_not_cancelled()
    {
        await using var own = new StaffedClinic();
        var booked = await own.BookAsync("Begun Bodil", new DateOnly(2026, 11, 23), new(9, 15));
        own.Clock.SetUtcNow(new(2026, 11, 23, 10, 30, 0, TimeSpan.Zero));
        await using var window = await chromium.AtTheDeskAsync(own, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync("/staff/diary/2026-11-23");

        await page.Card("Begun Bodil").ClickAsync();
        await Assertions.Expect(page.Locator("#panel").GetByRole(AriaRole.Button, new() { Name = "Mark attended" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#panel").GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(page.Locator("#says")).ToContainTextAsync("it cannot be cancelled any more");
        await page.Keyboard.PressAsync("+");

        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Now ends 10:15am, 60 minutes");
        Assert.Equal(60, (await own.ReadAsync(booked.Id))!.Minutes);
        window.AssertNothingWentWrong();
    }

    [Fact]
    public async Task On_a_phone_a_finger_that_rests_takes_an_appointment_and_one_that_strokes_scrolls()
    {
        var booked = await clinic.BookAsync("Finger Finn", new(9, 0));
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Phone with { Height = 600, Touched = true });
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);

        await page.DrawByFingerAsync(page.Card("Finger Finn"), minutes: 60, waits: true);

        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Moved to Amy Patel, Tue 24 Nov at 10:00am");
        await page.Card("Finger Finn").SaysAsync("10:00am to 10:45am");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close the message" }).ClickAsync();
        await page.DrawByFingerAsync(page.Card("Finger Finn"), minutes: -60, waits: false);
        await page.WaitForFunctionAsync("scrollY + document.querySelector('.ec-main').scrollTop > 30");
        Assert.Equal(new TimeOnly(10, 0), (await clinic.ReadAsync(booked.Id))!.Start);
        window.AssertNothingWentWrong();
        await clinic.TidyAsync(booked.Id);
    }
}
