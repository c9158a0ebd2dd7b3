using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The day's list says who comes to whom and when, and whether our texts have reached them.</summary>
public sealed class DayTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    [Fact]
    public async Task Each_practitioner_has_a_column_with_hours_breaks_and_visits_in_order()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        await clinic.BookAsync("Later Lou", new(14, 0));
        await clinic.BookAsync("Early Eve", new(9, 15));

        var page = await desk.OpenAsync("/staff/day/2026-11-24");

        var amy = page.Document.QuerySelectorAll(".column").Single(column => column.TextContent.Contains("Amy Patel", StringComparison.Ordinal));
        Assert.Contains("8:00am to 4:00pm", amy.TextContent, StringComparison.Ordinal);
        var lines = amy.QuerySelectorAll("li").Select(line => line.TextContent).ToList();
        var (early, lunch, later) = (Find("Early Eve"), Find("Break, 12:00pm to 12:30pm"), Find("Later Lou"));
        Assert.True(early < lunch && lunch < later);
        Assert.Equal(5, page.Document.QuerySelectorAll(".column").Length);

        int Find(string words) => lines.FindIndex(line => line.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_visit_shows_all_that_the_desk_needs()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Practitioner);
        await clinic.BookAsync("Sam O'Neill", new(10, 0), "07700 900456");

        var visit = await VisitAsync(desk, "Sam O'Neill");

        Assert.Contains("10:00am", visit.TextContent, StringComparison.Ordinal);
        Assert.Contains("Booked", visit.TextContent, StringComparison.Ordinal);
        Assert.Contains("New patient", visit.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sports injury, 45 min, Room", visit.TextContent, StringComparison.Ordinal);
        Assert.Equal("tel:+447700900456", visit.QuerySelector("a[href^='tel:']")!.GetAttribute("href"));
        Assert.Contains("07700 900456", visit.TextContent, StringComparison.Ordinal);
        Assert.Contains("Reminder goes Mon 23 Nov, 10:00am", visit.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MessageState.Pending, null, "Reminder goes Mon 23 Nov", "wait")]
    [InlineData(MessageState.Sending, null, "Reminder is going now", "wait")]
    [InlineData(MessageState.Sent, null, "Reminder sent", "good")]
    [InlineData(MessageState.Delivered, null, "Reminder delivered", "good")]
    [InlineData(MessageState.Undelivered, WhyNotSent.Unreachable, "Reminder failed: the phone was off or out of reach. Ring them", "bad")]
    [InlineData(MessageState.Failed, WhyNotSent.Refused, "Reminder failed: the network refused it. Ring them", "bad")]
    [InlineData(MessageState.Unknown, WhyNotSent.NotFound, "Reminder may not have gone. Ring them", "care")]
    [InlineData(MessageState.Skipped, WhyNotSent.NotTextable, "Reminder not sent: not a UK mobile", "care")]
    [InlineData(MessageState.Skipped, WhyNotSent.OptedOut, "Reminder not sent: they asked for no texts", "care")]
    [InlineData(MessageState.Skipped, WhyNotSent.JustBooked, "No reminder: just booked", "wait")]
    public async Task The_state_of_each_text_is_said_in_words(MessageState state, WhyNotSent? why, string words, string look)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Texted Tess", new(13, 0));
        await clinic.TextBecomesAsync(booked, MessageKind.Reminder, state, why);

        var visit = await VisitAsync(desk, "Texted Tess");

        await clinic.TidyAsync(booked);
        var badge = visit.QuerySelectorAll(".badge").Single(b => b.TextContent.Contains("reminder", StringComparison.OrdinalIgnoreCase));
        Assert.StartsWith(words, badge.TextContent, StringComparison.Ordinal);
        Assert.Contains(look, badge.ClassList);
    }

    [Theory]
    [InlineData("2026-11-29", "Nobody works on this day.")]
    [InlineData("2026-12-25", "The clinic is closed: Christmas Day.")]
    [InlineData("2026-12-08", "There are no appointments on this day.")]
    public async Task An_empty_day_says_why(string date, string why)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        Assert.Contains(why, (await desk.OpenAsync($"/staff/day/{date}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_day_is_one_step_away()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var page = await desk.OpenAsync("/staff/day");
        Assert.Equal("/staff/day/2026-11-23", page.Address.AbsolutePath);

        Assert.Equal("/staff/day/2026-11-22", (await desk.FollowAsync(page, "Day before")).Address.AbsolutePath);
        Assert.Equal("/staff/day/2026-11-24", (await desk.FollowAsync(page, "Day after")).Address.AbsolutePath);
        Assert.Equal("/staff/day/2027-02-28", (await desk.PressAsync(page, "Go", ("Another day", "2027-02-28"))).Address.AbsolutePath);
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("tomorrow")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task A_day_that_is_none_is_not_found(string date)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync($"/staff/day/{date}")).Status);
    }

    [Fact]
    public async Task Cancelled_visits_are_shown_when_asked_for()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Cancelled Cat", new DateOnly(2026, 11, 25), new(9, 0));
        await desk.PressAsync(await desk.OpenAsync($"/staff/appointment/{booked.Id}"), "Cancel the appointment", ("Reason", "Has a cold"));

        var page = await desk.OpenAsync("/staff/day/2026-11-25");
        Assert.DoesNotContain("Cancelled Cat", page.Text, StringComparison.Ordinal);

        page = await desk.FollowAsync(page, "Show 1 cancelled");
        Assert.Contains("Cancelled Cat", page.Text, StringComparison.Ordinal);
        Assert.Contains("Has a cold", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Cancelled Cat", (await desk.FollowAsync(page, "Hide cancelled")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visit_on_a_day_that_was_closed_later_is_still_seen()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var day = new DateOnly(2026, 11, 26);
        await clinic.BookAsync("Booked Before", day, new(9, 0));
        await clinic.RememberAsync(context =>
        {
            context.Add(new Closure { FirstDay = day, LastDay = day, Reason = "Training" });
            return context.SaveChangesAsync();
        });

        var page = await desk.OpenAsync("/staff/day/2026-11-26");

        Assert.Contains("The clinic is closed: Training.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Booked Before", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_taken_out_of_the_diary_is_shown_with_its_reason()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        await clinic.RememberAsync(async context =>
        {
            var amy = await context.Practitioners.SingleAsync(p => p.Slug == "amy-patel");
            context.Add(new Block { PractitionerId = amy.Id, From = At(14, 0), Until = At(15, 0), Reason = "Team meeting" });
            return await context.SaveChangesAsync();
        });

        Assert.Contains("Team meeting, 2:00pm to 3:00pm", (await desk.OpenAsync("/staff/day/2026-11-27")).Text, StringComparison.Ordinal);

        static DateTime At(int hour, int minute) => new(2026, 11, 27, hour, minute, 0);
    }

    [Fact]
    public async Task A_name_with_markup_is_shown_as_typed()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        await clinic.BookAsync("Ann <script>alert(1)</script> & Co", new(11, 0), "07700 900777");

        var page = await desk.OpenAsync("/staff/day/2026-11-24");

        Assert.Contains("Ann <script>alert(1)</script> & Co", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_is_an_error_and_never_an_empty_day()
    {
        await using var broken = new StaffedClinic();
        using var desk = await broken.SignInAsync(StaffRole.Receptionist);
        await broken.RememberAsync(context => context.Database.ExecuteSqlRawAsync("DROP TABLE AppointmentEvents; DROP TABLE Blocks; DROP TABLE ReceivedTexts"));

        var page = await desk.OpenAsync("/staff/day/2026-11-24");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Contains("The diary can't be reached just now", page.Text, StringComparison.Ordinal);
        Assert.Contains("01322 275 402", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_it_cannot_be_seen_who_asks_the_page_still_says_whom_to_ring()
    {
        await using var broken = new StaffedClinic();
        using var desk = await broken.SignInAsync(StaffRole.Receptionist);
        await broken.RememberAsync(context => context.Database.ExecuteSqlRawAsync(
            "DROP TABLE StaffInvitations; DROP TABLE AspNetUserClaims; DROP TABLE AspNetUserLogins; DROP TABLE AspNetUserTokens; DROP TABLE AspNetUsers"));
        broken.Clock.Advance(TimeSpan.FromSeconds(31));

        var page = await desk.OpenAsync("/staff/day/2026-11-24");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Contains("01322 275 402", page.Text, StringComparison.Ordinal);
    }

    private static async Task<AngleSharp.Dom.IElement> VisitAsync(Visitor desk, string patient)
    {
        var page = await desk.OpenAsync("/staff/day/2026-11-24");
        return page.Document.QuerySelectorAll(".visit").Single(visit => visit.TextContent.Contains(patient, StringComparison.Ordinal));
    }
}
