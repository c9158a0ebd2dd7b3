using Booking.Data;
using Booking.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Booking.Browser.Tests;

/// <summary>Time is taken out of the diary on its screen, and given back.</summary>
public sealed class DiaryBlockPanelTests(Chromium chromium, StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    [Fact]
    public async Task A_block_is_made_removed_and_put_back_without_leaving_the_diary()
    {
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync("/staff/diary/2026-12-02");
        var meeting = page.Locator(".taken [role=button]").Filter(new() { HasText = "Meeting" });
        var panel = page.GetByRole(AriaRole.Region, new() { Name = "Details" });

        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("b");
        await panel.GetByLabel("What for").SelectOptionAsync("Meeting");
        await window.PhotographAsync("diary-block");
        await window.AssertNoBarrierAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Block", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Meeting: Amy Patel, Wed 2 Dec, 8:00am to 8:30am");
        await meeting.ClickAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await Assertions.Expect(meeting).ToHaveCountAsync(0);
        await window.AssertNoBarrierAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Blocked again");
        await meeting.SaysAsync("Meeting, 8:00am to 8:30am, Amy Patel");
        Assert.Equal(1, await clinic.RememberAsync(context => context.Blocks.CountAsync(b => b.Reason == "Meeting" && b.RemovedAt == null)));
        window.AssertNothingWentWrong();
    }

    [Fact]
    public async Task A_block_in_which_somebody_was_left_standing_says_what_it_is_and_can_be_opened()
    {
        var booked = await clinic.BookAsync("Left Lars", new DateOnly(2026, 12, 3), new(10, 0));
        await BlockRoundAsync(booked, new(9, 0), new(12, 0));
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Desk);
        var page = window.Page;
        await page.OpenDiaryAsync("/staff/diary/2026-12-03");
        var parts = page.Locator(".taken [role=button]").Filter(new() { HasText = "Training" });

        await Assertions.Expect(parts).ToHaveCountAsync(2); // before Lars and after him
        await parts.Last.SaysAsync("Training, 9:00am to 12:00pm, Amy Patel");
        await window.PhotographAsync("diary-left-in-block");
        await window.AssertNoBarrierAsync();
        await parts.Last.FocusAsync();
        await page.Keyboard.PressAsync("b");

        await Assertions.Expect(page.Locator("#panel")).ToContainTextAsync("09:00 to 12:00");
        window.AssertNothingWentWrong();
        await clinic.TidyAsync(booked.Id);
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_block_of_which_an_appointment_leaves_nothing_is_reached_by_the_appointment(int width)
    {
        var booked = await clinic.BookAsync($"Left Lena{width}", new DateOnly(2026, 12, 8), width == 390 ? new(9, 0) : new(10, 0));
        await BlockRoundAsync(booked, booked.Start, booked.Start.AddMinutes(45));
        await using var window = await chromium.AtTheDeskAsync(clinic, width == 390 ? Screen.Phone : Screen.Desk);
        var (page, card, panel) = (window.Page, window.Page.Card($"Left Lena{width}"), window.Page.Locator("#panel"));
        await page.OpenDiaryAsync("/staff/diary/2026-12-08");

        await card.SaysAsync("In: Training");
        await Assertions.Expect(page.Locator(".taken")).ToHaveCountAsync(0);
        await card.ClickAsync();
        await Assertions.Expect(panel).ToContainTextAsync("Left standing in: Training,");
        await window.PhotographAsync("diary-in-block");
        await window.AssertNoBarrierAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "See the block" }).ClickAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator("#toast")).ToContainTextAsync("Removed");
        await Assertions.Expect(card).Not.ToContainTextAsync("In: Training");
        window.AssertNothingWentWrong();
        await clinic.TidyAsync(booked.Id);
    }

    [Fact]
    public async Task In_a_week_a_closed_day_says_why_it_is_closed()
    {
        await using var window = await chromium.AtTheDeskAsync(clinic, Screen.Phone);

        await window.Page.OpenDiaryAsync("/staff/diary/2026-12-23?view=week&with=amy-patel");

        await Assertions.Expect(window.Page.Locator("#why")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator("#why")).ToContainTextAsync("Fri 25 Dec: The clinic is closed: Christmas Day.");
        await window.AssertFitsAcrossAsync();
        await window.AssertNoBarrierAsync();
    }

    // As leave does that leaves somebody standing in the middle of it.
    private Task<int> BlockRoundAsync(Appointment booked, TimeOnly from, TimeOnly until) => clinic.RememberAsync(async context =>
    {
        await context.ChangeDatesAsync([booked.Date], default);
        context.Add(new Block
        {
            PractitionerId = booked.PractitionerId,
            From = booked.Date.ToDateTime(from),
            Until = booked.Date.ToDateTime(until),
            Reason = "Training",
        });
        return await context.SaveChangesAsync();
    });
}
