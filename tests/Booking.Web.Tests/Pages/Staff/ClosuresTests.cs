using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The clinic shuts on more days than the bank's, opens on some of those, and nobody who is booked is forgotten.</summary>
public sealed class ClosuresTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    [Fact]
    public async Task Closed_days_are_closed_at_once_and_open_again_when_removed()
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);

        var page = await CloseAsync(boss, "2026-12-10", "2026-12-11", "Learning days");
        Assert.Contains("Thursday 10 December 2026 to Friday 11 December 2026", page.Text, StringComparison.Ordinal);
        Assert.Equal("Learning days", await WhyClosedAsync(new(2026, 12, 11)));

        page = await boss.PressAsync(page, "Remove Learning days, Thursday 10 December 2026 to Friday 11 December 2026");
        Assert.DoesNotContain("Learning days", page.Text, StringComparison.Ordinal);
        Assert.Null(await WhyClosedAsync(new(2026, 12, 11)));
        var history = (await boss.OpenAsync("/staff/settings")).Text;
        Assert.Contains(
            "Closed days: none → Thursday 10 December 2026 to Friday 11 December 2026: Learning days, by Robin Administrator", history, StringComparison.Ordinal);
        Assert.Contains("Learning days → none, by Robin Administrator", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_booked_on_closed_days_stays_booked_and_is_counted_with_a_link_to_the_day()
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);
        await clinic.BookAsync("Booked One", new DateOnly(2026, 12, 16), new(9, 0));
        await clinic.BookAsync("Booked Two", new DateOnly(2026, 12, 16), new(10, 0));
        await clinic.BookAsync("Booked Three", new DateOnly(2026, 12, 17), new(9, 0));
        await clinic.TidyAsync(await clinic.BookAsync("Cancelled Cat", new DateOnly(2026, 12, 17), new(11, 0)));

        var seen = await CloseAsync(boss, "2026-12-16", "2026-12-18", "Decorators");

        Assert.Contains("3 appointments stand on these days:", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Thursday 17 December, 1 appointment", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing is closed yet.", seen.Text, StringComparison.Ordinal);
        Assert.Null(await WhyClosedAsync(new(2026, 12, 16)));
        var plan = await boss.FollowAsync(seen, "Move or cancel them: Decorators");
        Assert.Contains("3 appointments are in the way", plan.Text, StringComparison.Ordinal);

        var page = await boss.PressAsync(seen, "Close all the same");

        Assert.Equal("Decorators", await WhyClosedAsync(new(2026, 12, 16)));
        Assert.Contains("3 appointments stand on these days:", page.Text, StringComparison.Ordinal);
        var day = await boss.FollowAsync(page, "Wednesday 16 December, 2 appointments");
        Assert.Contains("Booked One", day.Text, StringComparison.Ordinal);
        Assert.Contains("Booked Two", day.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "2026-12-30", "Shut", "Enter the first closed day")]
    [InlineData("2026-12-30", "", "Shut", "Enter the last closed day")]
    [InlineData("2026-12-30", "2026-12-30", " ", "Enter the reason")]
    [InlineData("2026-12-30", "2026-12-29", "Shut", "The last closed day cannot be before the first")]
    [InlineData("2026-12-30", "2027-12-29", "Shut", "Close for 60 days at most")]
    [InlineData("2026-11-22", "2026-11-23", "Shut", "That day has passed")]
    [InlineData("yesterday", "2026-11-23", "Shut", "Enter the first closed day. Write the date like 2026-12-24")]
    public async Task What_is_badly_filled_in_closes_nothing(string first, string last, string reason, string words)
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);
        var before = await CountAsync();

        var page = await CloseAsync(boss, first, last, reason);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task They_stand_by_year_and_what_is_over_is_folded_away_and_stays_as_it_was()
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);

        var page = await boss.OpenAsync("/staff/settings/closures");

        var groups = page.Document.QuerySelectorAll("details.day").ToDictionary(group => group.QuerySelector("summary b")!.TextContent);
        Assert.Equal(["2026", "2027", "2028", "Past"], groups.Keys);
        Assert.True(groups["2026"].HasAttribute("open"));
        Assert.False(groups["Past"].HasAttribute("open"));
        Assert.Contains("Christmas Day", groups["2026"].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Good Friday", groups["2026"].TextContent, StringComparison.Ordinal);
        Assert.Contains("Good Friday", groups["Past"].TextContent, StringComparison.Ordinal);
        Assert.Null(groups["Past"].QuerySelector("button"));
    }

    [Fact]
    public async Task Days_that_begin_with_closed_days_on_the_list_are_told()
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);

        var page = await CloseAsync(boss, "2026-12-25", "2026-12-31", "Winter break");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Closed days that begin on that day are on the list already.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Winter break", page.Typed("Input.Reason"));
        Assert.Equal("Christmas Day", await WhyClosedAsync(new(2026, 12, 25)));
    }

    [Fact]
    public async Task Removing_what_somebody_else_has_removed_is_done_already()
    {
        using var boss = await clinic.SignInAsync(StaffRole.Administrator);
        var page = await CloseAsync(boss, "2027-01-11", "2027-01-11", "Boiler");
        await boss.PressAsync(page, "Remove Boiler, Monday 11 January 2027");

        page = await boss.PressAsync(page, "Remove Boiler, Monday 11 January 2027");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(1, await clinic.RememberAsync(context => context.SettingChanges.CountAsync(change => change.From.EndsWith("Boiler"))));
    }

    private static async Task<Page> CloseAsync(Visitor boss, string first, string last, string reason) => await boss.PressAsync(
        await boss.OpenAsync("/staff/settings/closures"),
        "Close on these days",
        ("First closed day", first), ("Last closed day", last), ("Reason", reason));

    private async Task<string?> WhyClosedAsync(DateOnly date) =>
        (await clinic.Services.GetRequiredService<Diary>().ClinicAsync(default)).ClosureOn(date)?.Reason;

    private Task<int> CountAsync() => clinic.RememberAsync(context => context.Closures.CountAsync());
}
