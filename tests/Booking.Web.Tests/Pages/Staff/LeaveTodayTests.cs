using System.Net;
using Booking.Data;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>A practitioner is ill or late this morning: one press or two, and the right patients are told.</summary>
public sealed class LeaveTodayTests(StaffedClinic clinic) : LeaveClinic(clinic)
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public async Task Who_is_off_sick_today_is_one_link_and_one_press_and_everybody_has_a_place()
    {
        await using var small = new StaffedClinic();
        var (jo, al) = (await small.BookAsync("Sick Jo", Today, new(9, 15)), await small.BookAsync("Sick Al", Today, new(14, 0)));
        using var desk = await small.SignInAsync(StaffRole.Receptionist);

        var plan = await desk.FollowAsync(await desk.OpenAsync("/staff/leave"), "Off sick today: Amy Patel");
        Assert.Contains("2 appointments are in the way", plan.Text, StringComparison.Ordinal);
        Assert.Contains("Off sick Amy Patel: Mon 23 Nov, 7:00am to 4:00pm", plan.Text, StringComparison.Ordinal);
        var saved = await desk.PressAsync(plan, "Save");

        Assert.Contains("Saved", saved.Text, StringComparison.Ordinal);
        foreach (var booked in (Appointment[])[jo, al])
        {
            var now = (await small.ReadAsync(booked.Id))!;
            Assert.True(now.Stands && (now.Date, now.PractitionerId) != (booked.Date, booked.PractitionerId));
            Assert.Contains(now.Messages, message => message.IsWaiting && message.Tells(now));
        }

        Assert.Empty(await small.RememberAsync(context => DiaryChecker.FaultsAsync(context, small.Clock.UtcNow())));

        var undone = await desk.PressAsync(saved, "Undo all of this");
        Assert.Contains("Everything is as it was before.", undone.Text, StringComparison.Ordinal);
        Assert.Equal(jo.StartsAt, (await small.ReadAsync(jo.Id))!.StartsAt);
        Assert.Empty(await small.RememberAsync(context => DiaryChecker.FaultsAsync(context, small.Clock.UtcNow())));
    }

    [Fact]
    public async Task Who_does_not_work_any_more_today_cannot_go_off_sick_today()
    {
        await using var small = new StaffedClinic();
        small.Clock.Advance(TimeSpan.FromHours(9.5));
        using var desk = await small.SignInAsync(StaffRole.Receptionist);

        Assert.Contains(
            "Amy Patel does not work any more today.",
            (await desk.OpenAsync("/staff/leave?today=amy-patel")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delay_is_told_to_the_next_patients_whom_it_keeps_waiting_and_can_be_taken_back()
    {
        await using var small = new StaffedClinic();
        var first = await small.BookAsync("Late Jo", Today, new(9, 15));
        var second = await small.BookAsync("Late Al", Today, new(10, 0));
        var afternoon = await small.BookAsync("Late Bo", Today, new(14, 0));
        using var desk = await small.SignInAsync(StaffRole.Receptionist);

        var told = await desk.PressAsync(await desk.OpenAsync("/staff/leave"), "20 min late: Amy Patel");

        Assert.Contains("Late Jo: told of a delay (20 minutes)", told.Text, StringComparison.Ordinal);
        Assert.Contains("Late Al: told of a delay (20 minutes)", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Late Bo", told.Text, StringComparison.Ordinal);
        Assert.Contains("The texts go at 7:01am.", told.Text, StringComparison.Ordinal);
        Assert.True(await WaitsAsync(first) && await WaitsAsync(second) && !await WaitsAsync(afternoon));

        await desk.PressAsync(told, "Undo all of this");
        Assert.False(await WaitsAsync(first) || await WaitsAsync(second));

        async Task<bool> WaitsAsync(Appointment appointment) => (await small.ReadAsync(appointment.Id))!.Messages
            .Exists(message => message.Kind == MessageKind.RunningLate && message.IsWaiting);
    }

    [Fact]
    public async Task A_delay_that_keeps_nobody_waiting_says_so()
    {
        await using var small = new StaffedClinic();
        using var desk = await small.SignInAsync(StaffRole.Receptionist);

        var page = await desk.PressAsync(await desk.OpenAsync("/staff/leave"), "10 min late: Ben Howard");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Nobody is kept waiting by that", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("minutes", "15")]
    [InlineData("minutes", "soon")]
    [InlineData("practitioner", "nobody")]
    public async Task A_forged_delay_tells_nobody(string field, string value)
    {
        var page = await Desk.ForgeAsync(await Desk.OpenAsync("/staff/leave"), "10 min late: Amy Patel", (field, value));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
    }
}
