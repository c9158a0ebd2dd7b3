using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Whom a text has not reached is on a list, with what to do, until they have come.</summary>
public sealed class MessagesTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    [Theory]
    [InlineData(MessageState.Undelivered, WhyNotSent.Unreachable, "Ring them, and tell them the time.")]
    [InlineData(MessageState.Undelivered, WhyNotSent.Landline, "Ring them, and ask for a mobile number.")]
    [InlineData(MessageState.Failed, WhyNotSent.NumberRefused, "Ring them, and check the number with them.")]
    [InlineData(MessageState.Unknown, WhyNotSent.NotFound, "Ring them, and tell them the time.")]
    [InlineData(MessageState.Skipped, WhyNotSent.NotTextable, "Ring them, and ask for a mobile number.")]
    [InlineData(MessageState.Skipped, WhyNotSent.OptedOut, "Ring them. Text only if they ask you to.")]
    public async Task Whom_a_text_has_not_reached_is_listed_with_what_to_do(MessageState state, WhyNotSent why, string advice)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var missed = await clinic.BookAsync("Missed Mo", new(9, 0));
        var fine = await clinic.BookAsync("Fine Fred", new(10, 0), "07700 900222");
        await clinic.TextBecomesAsync(missed, MessageKind.Confirmation, state, why);

        var page = await desk.OpenAsync("/staff/messages");

        await clinic.TidyAsync(missed);
        await clinic.TidyAsync(fine);
        var slip = Assert.Single(page.Document.QuerySelectorAll(".slip"));
        Assert.Contains("Missed Mo", slip.TextContent, StringComparison.Ordinal);
        Assert.Contains(advice, slip.TextContent, StringComparison.Ordinal);
        Assert.Equal("tel:+447700900123", slip.QuerySelector("a.button")!.GetAttribute("href"));
        Assert.Contains("Texts 1 to see to", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_up_that_failed_is_listed_until_two_weeks_after_the_visit_that_was_missed()
    {
        await using var small = new StaffedClinic();
        await small.RememberAsync(context => context.Rules.ExecuteUpdateAsync(
            row => row.SetProperty(rules => rules.FollowsUpMissed, true).SetProperty(rules => rules.Revision, rules => rules.Revision + 1)));
        var booked = await small.BookAsync("Missing Milo", new(9, 0));
        small.Clock.Advance(TimeSpan.FromHours(27));
        Assert.Null(await small.Services.GetRequiredService<Desk>().MarkAsync(
            new Seen(booked.Id, booked.Version), AppointmentStatus.DidNotAttend, "Rosa Desk", default));
        await small.TextBecomesAsync(booked, MessageKind.DidNotAttend, MessageState.Failed, WhyNotSent.Refused);

        using var desk = await small.SignInAsync(StaffRole.Receptionist);
        var page = await desk.OpenAsync("/staff/messages");

        var slip = Assert.Single(page.Document.QuerySelectorAll(".slip"));
        Assert.Contains("Missing Milo", slip.TextContent, StringComparison.Ordinal);
        Assert.Contains("Follow-up failed: the network refused it. Ring them", slip.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ring them, and offer them another time.", slip.TextContent, StringComparison.Ordinal);
        small.Clock.Advance(TimeSpan.FromDays(14));
        using var later = await small.SignInAsync(StaffRole.Receptionist);
        Assert.Contains("Nothing needs you", (await later.OpenAsync("/staff/messages")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_of_a_text_open_where_staff_look_at_it_and_give_no_link_away()
    {
        await using var small = new StaffedClinic();
        var booked = await small.BookAsync("Worded Will", new(9, 0));
        await small.Services.GetRequiredService<MessageSweep>().RunAsync(default);
        using var desk = await small.SignInAsync(StaffRole.Receptionist);

        foreach (var address in (string[])["/staff/messages?show=sent", $"/staff/appointment/{booked.Id}", InboxSteps.Texts(booked.PatientId)])
        {
            var page = await desk.OpenAsync(address);
            var said = Assert.Single(page.Document.QuerySelectorAll("details.said blockquote")).TextContent;
            Assert.StartsWith("West Hill Physiotherapy: you are booked for Tuesday 24 November at 9:00am.", said, StringComparison.Ordinal);
            Assert.Contains($"go to {Wording.TheirLink} or ring", said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(MessageState.Delivered, null)]
    [InlineData(MessageState.Unknown, null, true)]
    [InlineData(MessageState.Skipped, WhyNotSent.JustBooked)]
    public async Task Where_nobody_has_to_do_anything_nothing_is_listed(MessageState state, WhyNotSent? why, bool cancelled = false)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Fine Fred", new(9, 0));
        if (cancelled)
        {
            await desk.PressAsync(await desk.OpenAsync($"/staff/appointment/{booked.Id}"), "Cancel the appointment", ("Reason", "Ill"));
        }

        await clinic.TextBecomesAsync(booked, MessageKind.Confirmation, state, why);

        Assert.Contains("Nothing needs you", (await desk.OpenAsync("/staff/messages")).Text, StringComparison.Ordinal);
        await clinic.TidyAsync(booked);
    }

    [Fact]
    public async Task Once_the_patient_was_there_the_text_is_nobodys_concern()
    {
        await using var small = new StaffedClinic();
        var booked = await small.BookAsync("Past Pat", new(9, 0));
        await small.TextBecomesAsync(booked, MessageKind.Confirmation, MessageState.Failed, WhyNotSent.Refused);
        small.Clock.Advance(TimeSpan.FromHours(27));
        using var desk = await small.SignInAsync(StaffRole.Receptionist);

        Assert.Contains("Nothing needs you", (await desk.OpenAsync("/staff/messages")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_no_texts_go_every_staff_page_says_so()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Practitioner);
        await clinic.RememberAsync(context =>
        {
            var status = new SendingStatus { SweptAt = clinic.Clock.UtcNow() };
            status.Pause(20003, clinic.Clock.UtcNow());
            context.RemoveRange(context.SendingStatus);
            context.Add(status);
            return context.SaveChangesAsync();
        });

        var page = await desk.OpenAsync("/staff/account");

        Assert.Contains("No texts have gone since Monday 23 November at 7:00am", page.Text, StringComparison.Ordinal);
    }
}
