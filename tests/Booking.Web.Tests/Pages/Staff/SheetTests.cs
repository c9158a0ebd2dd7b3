using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The day on paper holds all that the clinic needs when no screen helps.</summary>
public sealed class SheetTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    [Theory]
    [InlineData(StaffRole.Practitioner)]
    [InlineData(StaffRole.Receptionist)]
    public async Task Each_practitioner_has_a_table_with_visits_breaks_and_boxes_to_tick(StaffRole role)
    {
        using var staff = await clinic.SignInAsync(role);
        var booked = await clinic.BookAsync($"Sam O'Neill {role}", new(10, 0), "07700 900456");

        var day = await staff.OpenAsync("/staff/day/2026-11-24");
        var page = await staff.FollowAsync(day, "Day sheet");

        Assert.Equal("/staff/day/2026-11-24/sheet", page.Address.AbsolutePath);
        Assert.Contains("Day sheet for Tuesday 24 November 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("As the diary stood on Monday 23 November at 7:00am", page.Text, StringComparison.Ordinal);
        var tables = page.Document.QuerySelectorAll(".sheet");
        Assert.Equal(5, tables.Length);
        var amy = tables.Single(table => table.TextContent.Contains("Amy Patel", StringComparison.Ordinal));
        var rows = amy.QuerySelectorAll("tbody tr").Select(row => Page.Words(row)).ToList();
        var visit = rows.FindIndex(row => row.StartsWith($"10:00am Sam O'Neill {role} New patient 07700 900456 Sports injury, 45 min Room", StringComparison.Ordinal));
        var lunch = rows.FindIndex(row => row.StartsWith("Break, 12:00pm to 12:30pm", StringComparison.Ordinal));
        Assert.True(visit >= 0 && visit < lunch);
        Assert.Equal(3, amy.QuerySelectorAll("tbody tr")[visit].QuerySelectorAll(".box").Length);
        await clinic.TidyAsync(booked);
    }

    [Fact]
    public async Task A_double_booking_is_marked_with_its_reason()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var there = await clinic.BookAsync("There Thora", new(14, 0), "07700 900778");
        var booked = await clinic.BookAsync("Beside Berit", new(15, 0), "07700 900779");
        var amy = (await clinic.Services.GetRequiredService<Diary>().ClinicAsync(default)).Practitioner("amy-patel")!;
        Assert.Null(await clinic.Services.GetRequiredService<Desk>().MoveAsync(
            new Seen(booked.Id, booked.Version), new MoveWish(amy, there.StartsAt, Overrule: "In <b>pain</b>"), "Rosa Desk", default));

        Assert.Contains("Double booking: In <b>pain</b>", (await desk.OpenAsync("/staff/day/2026-11-24/sheet")).Text, StringComparison.Ordinal);
        await clinic.TidyAsync(there);
        await clinic.TidyAsync((await clinic.ReadAsync(booked.Id))!);
    }

    [Fact]
    public async Task What_was_cancelled_is_not_on_it()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Cancelled Cat", new(11, 0));
        await clinic.TidyAsync(booked);

        Assert.DoesNotContain("Cancelled Cat", (await desk.OpenAsync("/staff/day/2026-11-24/sheet")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_taken_out_of_the_diary_is_on_it_with_its_reason()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        await clinic.RememberAsync(async context =>
        {
            var amy = await context.Practitioners.SingleAsync(p => p.Slug == "amy-patel");
            context.Add(new Block
            {
                PractitionerId = amy.Id,
                From = new(2026, 11, 27, 14, 0, 0),
                Until = new(2026, 11, 27, 15, 0, 0),
                Reason = "Team meeting",
            });
            return await context.SaveChangesAsync();
        });

        Assert.Contains("Team meeting, 2:00pm to 3:00pm", (await desk.OpenAsync("/staff/day/2026-11-27/sheet")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_with_markup_is_printed_as_typed()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Ann <script>alert(1)</script> & Co", new(13, 0), "07700 900777");

        var page = await desk.OpenAsync("/staff/day/2026-11-24/sheet");

        Assert.Contains("Ann <script>alert(1)</script> & Co", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("script"));
        await clinic.TidyAsync(booked);
    }

    [Theory]
    [InlineData("2026-11-29", "Nobody works on this day.")]
    [InlineData("2026-12-25", "The clinic is closed: Christmas Day.")]
    [InlineData("2026-12-08", "There are no appointments on this day.")]
    public async Task An_empty_day_says_why(string date, string why)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        Assert.Contains(why, (await desk.OpenAsync($"/staff/day/{date}/sheet")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("0001-01-01")]
    public async Task A_day_that_is_none_is_not_found(string date)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync($"/staff/day/{date}/sheet")).Status);
    }

    [Fact]
    public async Task Staff_are_told_on_every_page_when_the_morning_s_e_mail_did_not_go()
    {
        await using var other = new StaffedClinic();
        using var desk = await other.SignInAsync(StaffRole.Receptionist);
        await other.RememberAsync(async context =>
        {
            (await context.Rules.SingleAsync()).DaySheetTo = "desk@clinic.example";
            var email = new DaySheetEmail { Date = new(2026, 11, 23), TakenAt = other.Clock.UtcNow() };
            email.WasRefused();
            context.Add(email);
            return await context.SaveChangesAsync();
        });

        var page = await desk.OpenAsync("/staff/messages");

        Assert.Contains("The day sheet of Monday could not be sent: the mail server refused it.", page.Text, StringComparison.Ordinal);
    }
}
