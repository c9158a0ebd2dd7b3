using System.Net;
using Booking.Data;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The desk sees the whole of an appointment and cancels it, with a reason; who did it is written down.</summary>
public sealed class StaffAppointmentTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    [Fact]
    public async Task The_desk_cancels_with_a_reason_and_the_time_is_free_again()
    {
        var (desk, _) = await clinic.SignInAsync(await clinic.EmployAsync("Rita Desk", StaffRole.Receptionist));
        var booked = await clinic.BookAsync("Cancel Carl", new(9, 0));

        var page = await CancelAsync(desk, booked, "Has a cold");

        desk.Dispose();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Cancelled, by Rita Desk", page.Text, StringComparison.Ordinal);
        Assert.Contains("Has a cold", page.Text, StringComparison.Ordinal);
        var appointment = (await clinic.ReadAsync(booked.Id))!;
        Assert.Equal((AppointmentStatus.Cancelled, "Has a cold"), (appointment.Status, appointment.CancelReason));
        Assert.Equal("Rita Desk", appointment.History[^1].Who);
        Assert.Equal(MessageKind.Cancelled, Assert.Single(appointment.Messages, message => message.State == MessageState.Pending).Kind);
        await clinic.BookAsync("Next Nora", new(9, 0), "07700 900999");
    }

    [Theory]
    [InlineData("", "Say why it is cancelled")]
    [InlineData("   ", "Say why it is cancelled")]
    [InlineData(null, "Say why it is cancelled")]
    public async Task Without_a_reason_nothing_is_cancelled(string? reason, string words)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Reason Ruth", new(10, 0));

        var page = await desk.ForgeAsync(await desk.OpenAsync(Address(booked)), "Cancel the appointment", ("Reason", reason));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.True((await clinic.ReadAsync(booked.Id))!.Stands);
        await clinic.TidyAsync(booked);
    }

    [Fact]
    public async Task A_reason_is_no_longer_than_there_is_room_for()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Long Lena", new(10, 0));

        var page = await CancelAsync(desk, booked, new string('x', 201));

        Assert.Contains("Say why in 200 letters or fewer", page.Text, StringComparison.Ordinal);
        Assert.Contains(new string('x', 201), page.Document.QuerySelector("#Reason")!.GetAttribute("value"), StringComparison.Ordinal);
        await clinic.TidyAsync(booked);
    }

    [Fact]
    public async Task Who_cancels_what_somebody_else_has_changed_is_told_and_sees_the_change()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Stale Stan", new(11, 0));
        var page = await desk.OpenAsync(Address(booked));
        await clinic.TidyAsync(booked);

        page = await desk.PressAsync(page, "Cancel the appointment", ("Reason", "Has a cold"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Somebody has just changed this appointment", page.Text, StringComparison.Ordinal);
        Assert.Contains("Cancelled, by the tests", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_over_cannot_be_cancelled()
    {
        await using var small = new StaffedClinic();
        var booked = await small.BookAsync("Over Olga", new(9, 0));
        using var desk = await small.SignInAsync(StaffRole.Receptionist);
        var page = await desk.OpenAsync(Address(booked));
        small.Clock.Advance(TimeSpan.FromHours(7));
        Assert.StartsWith("/staff/diary/", (await desk.OpenAsync("/staff")).Address.AbsolutePath, StringComparison.Ordinal);
        small.Clock.Advance(TimeSpan.FromHours(7));
        Assert.StartsWith("/staff/diary/", (await desk.OpenAsync("/staff")).Address.AbsolutePath, StringComparison.Ordinal);
        small.Clock.Advance(TimeSpan.FromHours(7));
        Assert.StartsWith("/staff/diary/", (await desk.OpenAsync("/staff")).Address.AbsolutePath, StringComparison.Ordinal);
        small.Clock.Advance(TimeSpan.FromHours(6));

        var late = await desk.PressAsync(page, "Cancel the appointment", ("Reason", "Has a cold"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Empty((await desk.OpenAsync(Address(booked))).Document.QuerySelectorAll("button.danger"));
        Assert.True((await small.ReadAsync(booked.Id))!.Stands);
    }

    [Fact]
    public async Task A_practitioner_reads_it_and_cannot_cancel_it()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        using var practitioner = await clinic.SignInAsync(StaffRole.Practitioner);
        var booked = await clinic.BookAsync("Read Rob", new(13, 0));

        var seen = await practitioner.OpenAsync(Address(booked));
        Assert.Contains("Read Rob", seen.Text, StringComparison.Ordinal);
        Assert.Empty(seen.Document.QuerySelectorAll("button.danger"));

        // The desk's own form, sent from the practitioner's browser with a token that is good for them.
        var form = await desk.OpenAsync(Address(booked));
        var token = seen.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");
        var page = await practitioner.ForgeAsync(
            form, "Cancel the appointment", ("Reason", "Has a cold"), ("__RequestVerificationToken", token));

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.True((await clinic.ReadAsync(booked.Id))!.Stands);
        await clinic.TidyAsync(booked);
    }

    [Fact]
    public async Task The_desk_is_told_until_when_it_is_free_of_charge()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Free Fay", new(14, 0));

        Assert.Contains("It is free of charge until Monday 23 November at 2:00pm.", (await desk.OpenAsync(Address(booked))).Text, StringComparison.Ordinal);
        await clinic.TidyAsync(booked);
    }

    [Fact]
    public async Task An_appointment_that_is_none_is_not_found()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync("/staff/appointment/999999")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync("/staff/appointment/one")).Status);
    }

    private static string Address(Appointment appointment) => $"/staff/appointment/{appointment.Id}";

    private static async Task<Page> CancelAsync(Visitor desk, Appointment booked, string reason) =>
        await desk.PressAsync(await desk.OpenAsync(Address(booked)), "Cancel the appointment", ("Reason", reason));
}
