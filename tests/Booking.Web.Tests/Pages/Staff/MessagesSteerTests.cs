using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Texts are stopped, started and let go on from the page about them, and everybody who works here sees why none go.</summary>
public sealed class MessagesSteerTests : IAsyncLifetime
{
    private const string Page = "/staff/messages";

    private readonly StaffedClinic _clinic = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task An_administrator_stops_all_texts_with_a_reason_that_everybody_sees_and_starts_them_again()
    {
        using var boss = await _clinic.SignInAsync(StaffRole.Administrator);
        using var practitioner = await _clinic.SignInAsync(StaffRole.Practitioner);

        var unsaid = await boss.PressAsync(await boss.OpenAsync(Page), "Stop all texts");
        Assert.Equal(HttpStatusCode.BadRequest, unsaid.Status);
        Assert.Contains("Say why, for everybody who looks at this page", unsaid.Text, StringComparison.Ordinal);

        var stopped = await boss.PressAsync(unsaid, "Stop all texts", ("Reason", "Wrong times"));
        const string News = "All texts and e-mails have been stopped since Monday 23 November at 7:00am by Robin Administrator: Wrong times.";
        Assert.Contains(News, stopped.Text, StringComparison.Ordinal);
        Assert.Contains(News, (await practitioner.OpenAsync("/staff/account")).Text, StringComparison.Ordinal);

        var booked = await _clinic.BookAsync("Waiting Will", new(9, 0));
        await SweepAsync();
        Assert.Equal(MessageState.Pending, await ConfirmationAsync(booked));

        var started = await boss.PressAsync(await boss.OpenAsync(Page), "Start texts again");
        await SweepAsync();
        Assert.DoesNotContain("stopped", started.Text, StringComparison.Ordinal);
        Assert.Equal(MessageState.Sent, await ConfirmationAsync(booked));
        var settings = (await boss.OpenAsync("/staff/settings")).Text;
        Assert.Contains("Sending of texts: on → stopped: Wrong times, by Robin Administrator", settings, StringComparison.Ordinal);
        Assert.Contains("Sending of texts: stopped → on, by Robin Administrator", settings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reception_can_stop_and_start_nothing()
    {
        using var boss = await _clinic.SignInAsync(StaffRole.Administrator);
        using var desk = await _clinic.SignInAsync(StaffRole.Receptionist);

        Assert.DoesNotContain("Stop all texts", (await desk.OpenAsync(Page)).Text, StringComparison.Ordinal);
        await boss.PressAsync(await boss.OpenAsync(Page), "Stop all texts", ("Reason", "Wrong times"));
        Assert.DoesNotContain("Start texts again", (await desk.OpenAsync(Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reception_lets_texts_go_on_after_there_were_many()
    {
        await SettleAsync(texts: 1);
        var (first, second) = (await _clinic.BookAsync("One", new(9, 0)), await _clinic.BookAsync("Two", new(10, 0)));
        await SweepAsync();
        using var desk = await _clinic.SignInAsync(StaffRole.Receptionist);
        var page = await desk.OpenAsync(Page);
        Assert.Contains("more wanted to go within an hour than is usual", page.Text, StringComparison.Ordinal);

        var after = await desk.PressAsync(page, "Let texts go on");
        await SweepAsync();

        Assert.DoesNotContain("within an hour", after.Text, StringComparison.Ordinal);
        Assert.Equal((MessageState.Sent, MessageState.Sent), (await ConfirmationAsync(first), await ConfirmationAsync(second)));
    }

    [Theory]
    [InlineData("Send them", MessageState.Sent)]
    [InlineData("Don't send them", MessageState.Skipped)]
    public async Task Reception_says_what_becomes_of_texts_that_came_due_in_a_long_absence(string says, MessageState state)
    {
        await SweepAsync();
        var booked = await _clinic.BookAsync("Later Lou", new DateOnly(2026, 12, 8), new(9, 0));
        _clinic.Clock.Advance(TimeSpan.FromDays(7).Add(TimeSpan.FromHours(3)));
        await SweepAsync();
        using var desk = await _clinic.SignInAsync(StaffRole.Receptionist);
        var page = await desk.OpenAsync(Page);
        Assert.Contains("The site had not looked for messages to send since Monday 23 November at 7:00am.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Later Lou", (await desk.FollowAsync(page, "See them")).Text, StringComparison.Ordinal);

        var after = await desk.PressAsync(page, says);
        await SweepAsync();

        Assert.DoesNotContain("had not looked", after.Text, StringComparison.Ordinal);
        Assert.Equal(state, await ConfirmationAsync(booked));
        var list = await desk.OpenAsync($"{Page}?show={(state == MessageState.Sent ? "sent" : "notsent")}");
        Assert.Contains("Later Lou", list.Text, StringComparison.Ordinal);
    }

    private Task SweepAsync() => _clinic.Services.GetRequiredService<MessageSweep>().RunAsync(default);

    private async Task<MessageState> ConfirmationAsync(Appointment booked) =>
        (await _clinic.ReadAsync(booked.Id))!.Messages.Single(m => m.Kind == MessageKind.Confirmation).State;

    private Task<int> SettleAsync(int texts) => _clinic.RememberAsync(async context =>
    {
        (await context.Rules.SingleAsync()).TextsAnHour = texts;
        return await context.SaveChangesAsync();
    });
}
