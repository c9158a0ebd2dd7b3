using Booking.Data;
using Booking.Web;
using Booking.Web.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>Somebody else changes what reception has in hand, or reception thinks again.</summary>
public sealed class DiaryTogetherTests(Chromium chromium, StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    private const string Tomorrow = "/staff/diary/2026-11-24";

    [Fact]
    public async Task Who_moves_second_sees_what_it_is_now_and_goes_on_with_what_was_typed()
    {
        var booked = await clinic.BookAsync("Second Siri", new(9, 0));
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);
        await page.Card("Second Siri").FocusAsync();
        await page.Keyboard.PressAsync("m");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.Locator(".offers button").First).ToBeFocusedAsync();

        await MoveElsewhereAsync(booked, booked.Date, new(10, 15));
        await dialog.GetByLabel("Time").FillAsync("13:30");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync(
            "Somebody has just changed this appointment. It is now Tue 24 Nov at 10:15am with Amy Patel, 45 minutes, booked.");
        await Assertions.Expect(dialog.GetByLabel("Time")).ToHaveValueAsync("13:30");
        Assert.Equal(new TimeOnly(10, 15), (await clinic.ReadAsync(booked.Id))!.Start);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await page.Card("Second Siri").SaysAsync("1:30pm to 2:15pm");
        await clinic.TidyAsync(booked.Id);
    }

    [Fact]
    public async Task Who_comes_second_is_told_where_it_went_when_it_has_left_the_day_and_goes_on_from_there()
    {
        var booked = await clinic.BookAsync("Second Saga", new(12, 30), "07700 900592");
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);
        await page.Card("Second Saga").FocusAsync();
        await page.Keyboard.PressAsync("m");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.Locator(".offers button").First).ToBeFocusedAsync();

        await MoveElsewhereAsync(booked, new(2026, 12, 9), new(10, 15));
        await dialog.GetByLabel("Time").FillAsync("13:30");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync(
            "Somebody has just changed this appointment. It is now Wed 9 Dec at 10:15am with Amy Patel, 45 minutes, booked.");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await page.Card("Second Saga").SaysAsync("1:30pm to 2:15pm, Tue 24 Nov");
        await clinic.TidyAsync(booked.Id);
    }

    [Fact]
    public async Task What_is_looked_at_and_goes_to_another_day_is_said_to_be_there()
    {
        var booked = await clinic.BookAsync("Gone Gunda", new(12, 30), "07700 900593");
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);
        await page.Card("Gone Gunda").ClickAsync();
        await Assertions.Expect(page.Locator("#panel")).ToContainTextAsync("07700 900593");

        await MoveElsewhereAsync(booked, new(2026, 12, 9), new(11, 0));

        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync(
            "Gone Gunda is now Wed 9 Dec at 11:00am with Amy Patel, 45 minutes, booked.");
        await Assertions.Expect(page.Locator("#panel")).ToBeHiddenAsync();
        window.AssertNothingWentWrong();
        await clinic.TidyAsync(booked.Id);
    }

    [Fact]
    public async Task Who_cancels_second_sees_what_it_is_now_and_keeps_the_reason()
    {
        var booked = await clinic.BookAsync("Second Sofi", new(11, 0));
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);
        await page.Card("Second Sofi").FocusAsync();
        await page.Keyboard.PressAsync("c");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Reason, for the clinic only").FillAsync("Has a cold");

        await MoveElsewhereAsync(booked, booked.Date, new(14, 30));
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("It is now Tue 24 Nov at 2:30pm");
        await Assertions.Expect(dialog.GetByLabel("Reason, for the clinic only")).ToHaveValueAsync("Has a cold");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Cancelled");
        Assert.Equal("Has a cold", (await clinic.ReadAsync(booked.Id))!.CancelReason);
    }

    [Fact]
    public async Task While_a_card_is_dragged_nothing_is_drawn_anew_and_once_it_is_dropped_everything_is()
    {
        var booked = await clinic.BookAsync("Held Hilda", new DateOnly(2026, 12, 1), new(9, 0));
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.AddInitScriptAsync("""
            window.numbers = 0;
            window.EventSource = class extends EventSource {
              constructor(address) {
                super(address);
                this.addEventListener("number", () => { window.numbers++; });
              }
            };
            """);
        await page.OpenDiaryAsync("/staff/diary/2026-12-01");
        await page.WaitForFunctionAsync("numbers > 0"); // the one that it is told at once
        var before = await page.EvaluateAsync<int>("numbers");
        var from = (await page.Card("Held Hilda").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(from.X + 30, from.Y + 8);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + 32, from.Y + 90, new() { Steps = 8 });

        var other = await clinic.BookAsync("New Nelly", new DateOnly(2026, 12, 1), new(14, 0), "07700 900590");
        await page.WaitForFunctionAsync("before => numbers > before", before);
        await page.Mouse.MoveAsync(from.X + 32, from.Y + 80, new() { Steps = 4 });
        await Assertions.Expect(page.Locator(".ec-preview, .ec-ghost").First).ToBeAttachedAsync();
        await Assertions.Expect(page.Card("New Nelly")).ToHaveCountAsync(0);
        await page.Mouse.UpAsync();

        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Moved to Amy Patel, Tue 1 Dec at 10:00am");
        await page.Card("New Nelly").SaysAsync("2:00pm to 2:45pm");
        window.AssertNothingWentWrong();
        await clinic.TidyAsync(booked.Id);
        await clinic.TidyAsync(other.Id);
    }

    [Fact]
    public async Task A_move_that_is_undone_before_the_text_went_tells_the_patient_nothing()
    {
        await using var own = new StaffedClinic();
        var booked = await own.BookAsync("Undone Una", new(9, 0));
        await SweepAsync(own);
        await using var window = await chromium.AtTheDeskAsync(own, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync(Tomorrow);

        await page.Card("Undone Una").FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Moved to Amy Patel");
        Assert.Contains((await own.ReadAsync(booked.Id))!.Messages, m => m is { Kind: MessageKind.Changed, State: MessageState.Pending });
        await page.Keyboard.PressAsync("Control+z");
        await page.Card("Undone Una").SaysAsync("9:00am to 9:45am");
        own.Clock.Advance(TimeSpan.FromMinutes(5));
        await SweepAsync(own);

        var texts = (await own.ReadAsync(booked.Id))!.Messages;
        Assert.Equal(MessageKind.Confirmation, Assert.Single(texts, m => m.State == MessageState.Sent).Kind);
        Assert.All(texts, m => Assert.False(m.Kind == MessageKind.Changed && m.MayHaveGone));
    }

    private static Task SweepAsync(StaffedClinic clinic) => clinic.Services.GetRequiredService<MessageSweep>().RunAsync(default);

    private async Task MoveElsewhereAsync(Appointment booked, DateOnly date, TimeOnly start) => Assert.Null(
        await clinic.Services.GetRequiredService<Desk>().MoveAsync(
            new Seen(booked.Id, booked.Version),
            new MoveWish((await clinic.Services.GetRequiredService<Diary>().ClinicAsync(default)).Practitioner("amy-patel")!, date.ToDateTime(start)),
            "Rosa Desk",
            default));
}
