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
        await using var window = await AtTheDeskAsync(Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);

        await page.DragAsync(page.Card("Drag Dagny"), "Dan Osei", 10);

        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Moved to Dan Osei, Tue 24 Nov at");
        await page.Card("Drag Dagny").SaysAsync("with Dan Osei");
        Assert.Equal("Dan Osei", (await clinic.ReadAsync(booked.Id))!.Practitioner.FullName);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await page.Card("Drag Dagny").SaysAsync("9:00am to 9:45am, Tue 24 Nov, with Amy Patel");
        window.AssertNothingWentWrong();
        await TidyAsync(booked.Id);
    }

    [Fact]
    public async Task A_drop_that_changes_nothing_sends_nothing()
    {
        var booked = await clinic.BookAsync("Still Stig", new(9, 0));
        await using var window = await AtTheDeskAsync(Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);
        var posts = 0;
        page.Request += (_, request) => posts += request.Method == "POST" ? 1 : 0;

        await page.DragAsync(page.Card("Still Stig"), "Amy Patel", 9);
        await page.Card("Still Stig").SaysAsync("9:00am to 9:45am");
        await page.ReloadAsync();

        Assert.Equal(0, posts);
        await TidyAsync(booked.Id);
    }

    [Fact]
    public async Task An_appointment_is_moved_and_taken_back_by_keyboard_alone()
    {
        var booked = await clinic.BookAsync("Key Kerstin", new(9, 0));
        await using var window = await AtTheDeskAsync(Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);

        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(page.Locator(".ec-event [role=button]:focus")).ToHaveCountAsync(1);
        for (var presses = 0; presses < 10 && await page.Card("Key Kerstin").And(page.Locator(":focus")).CountAsync() == 0; presses++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }

        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await page.Keyboard.PressAsync("Alt+Shift+ArrowUp");

        await Assertions.Expect(page.Locator("#says")).ToContainTextAsync("Moved to Amy Patel, Tue 24 Nov at 9:25am");
        await Assertions.Expect(page.Card("Key Kerstin")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+z");
        await page.Card("Key Kerstin").SaysAsync("9:00am to 9:45am");
        window.AssertNothingWentWrong();
        await TidyAsync(booked.Id);
    }

    [Fact]
    public async Task A_conflict_snaps_back_and_says_who_is_there_and_a_reason_overrules_it()
    {
        var there = await clinic.BookAsync("There Tora", new(9, 0));
        var booked = await clinic.BookAsync("Clash Clas", new(10, 0), "07700 900556");
        await using var window = await AtTheDeskAsync(Screen.Desk, StaffRole.Administrator);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);

        await page.Card("Clash Clas").FocusAsync();
        for (var steps = 0; steps < 4; steps++)
        {
            await page.Keyboard.PressAsync("Alt+ArrowUp");
        }

        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("There Tora is there, 9:00am to 9:45am.");
        await page.Card("Clash Clas").SaysAsync("10:00am to 10:45am");
        await window.AssertNoBarrierAsync();
        await dialog.GetByLabel("Do it all the same, because").FillAsync("Her mother drives them both");
        await page.Keyboard.PressAsync("Enter");

        await page.Card("Clash Clas").SaysAsync("Double booking");
        await page.Card("Clash Clas").SaysAsync("9:00am to 9:45am");
        await window.PhotographAsync("diary-double");
        await TidyAsync(there.Id);
        await TidyAsync(booked.Id);
    }

    [Fact]
    public async Task The_panel_says_everything_and_its_keys_do_what_they_say()
    {
        var booked = await clinic.BookAsync("Panel Pelle", new DateOnly(2026, 11, 23), new(9, 15));
        await using var window = await AtTheDeskAsync(Screen.Desk);
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
        await using var window = await AtTheDeskAsync(Screen.Desk);
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
        await TidyAsync(booked.Id);
    }

    [Fact]
    public async Task A_move_that_is_refused_leaves_the_dialog_open_with_what_was_typed()
    {
        var there = await clinic.BookAsync("Dialog Ditte", new(9, 0), "07700 900557");
        var booked = await clinic.BookAsync("Dialog Dora", new(11, 0), "07700 900558");
        await using var window = await AtTheDeskAsync(Screen.Desk);
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
        await TidyAsync(there.Id);
        await TidyAsync(booked.Id);
    }

    [Fact]
    public async Task The_dialogs_that_book_and_block_are_asked_for_with_the_time_that_was_chosen()
    {
        await using var window = await AtTheDeskAsync(Screen.Desk);
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

        Task AskedAsync(string what) => Assertions.Expect(page.Locator("body")).ToHaveAttributeAsync("data-asked", what);
    }

    [Fact]
    public async Task Single_keys_can_be_switched_off_and_stay_off()
    {
        await using var window = await AtTheDeskAsync(Screen.Desk);
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

    [Fact]
    public async Task Three_hundred_appointments_stand_on_one_day_whatever_the_names()
    {
        await using var busy = new StaffedClinic();
        await using var window = await AtTheDeskAsync(Screen.Desk, clinic: busy);
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
            await using var window = await AtTheDeskAsync(screen);
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

        await TidyAsync(booked.Id);
    }

    [Fact]
    public async Task Without_a_connection_it_says_so_and_can_only_be_read_and_comes_back_by_itself()
    {
        var booked = await clinic.BookAsync("Off Line", new(9, 0));
        await using var window = await AtTheDeskAsync(Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);

        await page.Context.SetOfflineAsync(true);
        await Assertions.Expect(page.Locator("#offline")).ToContainTextAsync("This is the diary as it was at 7:00am");
        await page.Card("Off Line").FocusAsync();
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(page.Locator("#says")).ToContainTextAsync("only to read");
        await page.Context.SetOfflineAsync(false);

        await Assertions.Expect(page.Locator("#offline")).ToBeHiddenAsync();
        await TidyAsync(booked.Id);
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

    private async Task<Window> AtTheDeskAsync(Screen screen, StaffRole role = StaffRole.Receptionist, StaffedClinic? clinic = null)
    {
        var at = clinic ?? this.Clinic;
        var member = await at.EmployAsync("Rita Desk", role);
        var window = await chromium.OpenAsync(at.Address, screen);
        await window.Page.SignInAsync(member.Email!);
        return window;
    }

    private StaffedClinic Clinic => clinic;

    private async Task TidyAsync(int id)
    {
        if (await clinic.ReadAsync(id) is { Stands: true } appointment)
        {
            await clinic.TidyAsync(appointment);
        }
    }
}
