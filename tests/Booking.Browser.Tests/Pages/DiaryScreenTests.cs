using Booking.Data;
using Booking.Web.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>A receptionist with two lines ringing, by mouse, by keyboard and on a phone.</summary>
public sealed class DiaryScreenTests(Chromium chromium, StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    private const string Tomorrow = "/staff/diary/2026-11-24";

    [Fact]
    public async Task An_appointment_is_dragged_to_a_colleague_and_undone()
    {
        var booked = await clinic.BookAsync("Drag Dagny", new(9, 0));
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);

        await page.DragAsync(page.Card("Drag Dagny"), "Dan Osei", 10);

        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Moved to Dan Osei, Tue 24 Nov at");
        await page.Card("Drag Dagny").SaysAsync("with Dan Osei");
        Assert.Equal("Dan Osei", (await clinic.ReadAsync(booked.Id))!.Practitioner.FullName);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await page.Card("Drag Dagny").SaysAsync("9:00am to 9:45am, Tue 24 Nov, with Amy Patel");
        window.AssertNothingWentWrong();
        await clinic.TidyAsync(booked.Id);
    }

    [Fact]
    public async Task A_drop_that_changes_nothing_sends_nothing()
    {
        var booked = await clinic.BookAsync("Still Stig", new(9, 0));
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);
        var posts = 0;
        page.Request += (_, request) => posts += request.Method == "POST" ? 1 : 0;

        await page.DragAsync(page.Card("Still Stig"), "Amy Patel", 9);
        await page.Card("Still Stig").SaysAsync("9:00am to 9:45am");
        await page.ReloadAsync();

        Assert.Equal(0, posts);
        await clinic.TidyAsync(booked.Id);
    }

    [Fact]
    public async Task An_appointment_is_moved_and_taken_back_by_keyboard_alone()
    {
        var booked = await clinic.BookAsync("Key Kerstin", new(9, 0));
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);

        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(page.Locator(".ec-event [role=button]:focus")).ToHaveCountAsync(1);
        for (var presses = 0; presses < 10 && await page.Card("Key Kerstin").And(page.Locator(":focus")).CountAsync() == 0; presses++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }

        await page.NudgeAsync("ArrowDown", "ArrowDown", "Shift+ArrowUp");

        await Assertions.Expect(page.Locator("#says")).ToContainTextAsync("Moved to Amy Patel, Tue 24 Nov at 9:25am");
        await Assertions.Expect(page.Card("Key Kerstin")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+z");
        await page.Card("Key Kerstin").SaysAsync("9:00am to 9:45am");
        window.AssertNothingWentWrong();
        await clinic.TidyAsync(booked.Id);
    }

    [Fact]
    public async Task Three_hundred_appointments_stand_on_one_day_whatever_the_names()
    {
        await using var busy = new StaffedClinic();
        await using var window = await chromium.AtTheDeskAsync(busy, Screen.Desk);
        await busy.RememberAsync(async context =>
        {
            await FullDay.WriteAsync(context, StaffedClinic.Tomorrow, practitioners: 25, each: 12);
            return 0;
        });
        var page = window.Page;

        await page.OpenDiaryAsync(Tomorrow);

        await Assertions.Expect(page.Locator(".ec-event.appt")).ToHaveCountAsync(300);
        await Assertions.Expect(page.Card("<img src=x onerror=alert(1)>").First).ToBeAttachedAsync();
        await Assertions.Expect(page.Locator(".calendar img")).ToHaveCountAsync(0);
        await window.PhotographAsync("diary-300");
        await window.AssertFitsAcrossAsync();
        await window.AssertNoBarrierAsync();
        window.AssertNothingWentWrong();
    }

    [Theory]
    [InlineData("/staff/diary/2026-11-24", "day")]
    [InlineData("/staff/diary/2026-11-24?view=week&with=amy-patel", "week")]
    [InlineData("/staff/diary/2026-12-25", "closed")]
    [InlineData("/staff/day/2026-11-24", "list")]
    public async Task Each_view_has_no_barrier_and_fits_a_phone_and_a_desk_by_day_and_by_night(string address, string name)
    {
        var booked = await clinic.BookAsync("View Vera", new(9, 0));
        foreach (var (screen, light) in new[] { (Screen.Desk, ColorScheme.Light), (Screen.Desk, ColorScheme.Dark), (Screen.Phone, ColorScheme.Light) })
        {
            await using var window = await chromium.AtTheDeskAsync(clinic, screen);
            await window.Page.EmulateMediaAsync(new() { ColorScheme = light });
            if (name == "list")
            {
                await window.Page.GotoAsync(address);
            }
            else
            {
                await window.Page.OpenDiaryAsync(address);
            }

            await window.PhotographAsync($"diary-{name}-{light}");
            await window.AssertFitsAcrossAsync();
            await window.AssertNoBarrierAsync();
            window.AssertNothingWentWrong();
        }

        await clinic.TidyAsync(booked.Id);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Today_opens_at_the_present_with_the_names_above_it(int width)
    {
        await using var own = new StaffedClinic();
        own.Clock.SetUtcNow(new(2026, 11, 23, 17, 30, 0, TimeSpan.Zero));
        await using var window = await chromium.AtTheDeskAsync(own, new Screen(width, 600));

        await window.Page.OpenDiaryAsync("/staff/diary/2026-11-23");

        await Assertions.Expect(window.Page.Locator(".ec-bg-event.now").First).ToBeInViewportAsync();
        await Assertions.Expect(window.Page.Locator(".ec-col-head").Filter(new() { HasText = "Amy Patel" })).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Without_a_connection_it_says_so_and_can_only_be_read_and_comes_back_by_itself()
    {
        var booked = await clinic.BookAsync("Off Line", new(9, 0));
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);

        await page.Context.SetOfflineAsync(true);
        await Assertions.Expect(page.Locator("#offline")).ToContainTextAsync("This is the diary as it was at 7:00am");
        await page.Card("Off Line").FocusAsync();
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(page.Locator("#says")).ToContainTextAsync("only to read");
        await page.Context.SetOfflineAsync(false);

        await Assertions.Expect(page.Locator("#offline")).ToBeHiddenAsync();
        await clinic.TidyAsync(booked.Id);
    }

    [Fact]
    public async Task Without_JavaScript_it_leads_to_the_list()
    {
        var member = await clinic.EmployAsync("Nora Noscript", StaffRole.Receptionist);
        await using var window = await chromium.OpenAsync(clinic.Address, Screen.Phone, javaScript: false);
        await window.Page.SignInAsync(member.Email!);

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "The list of the day" }).ClickAsync();

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Monday 23 November 2026");
    }
}
