using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>What goes out, when, and what rather does not.</summary>
public sealed class RemindingTests : IAsyncLifetime
{
    private static readonly DateTime Wednesday = new(2026, 11, 25, 9, 15, 0);

    private readonly TextingClinic _clinic = new();

    private TwilioServer Twilio => _clinic.Twilio;

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task A_booking_is_confirmed_by_one_text_whose_link_opens_the_appointment()
    {
        var appointment = await _clinic.BookAsync(Wednesday);

        await _clinic.SweepAsync();
        await _clinic.SweepAsync();

        var text = Assert.Single(Twilio.Taken);
        Assert.Equal(("+447700900123", TwilioServer.From), (text.To, text.From));
        Assert.StartsWith("West Hill Physiotherapy: you are booked for Wednesday 25 November at 9:15am.", text.Body, StringComparison.Ordinal);
        Assert.StartsWith(TextingClinic.Site + "/webhooks/twilio/status?text=", text.StatusCallback!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(MessageState.Sent, (await _clinic.MessageAsync(appointment)).State);
        using var visitor = _clinic.Visit();
        var page = await visitor.OpenAsync(text.Link.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("9:15am", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reminder_goes_once_at_the_same_time_the_day_before()
    {
        await _clinic.BookAsync(Wednesday);
        await _clinic.SweepAsync();

        _clinic.WindTo(Wednesday.AddDays(-1).AddMinutes(-1));
        await _clinic.SweepAsync();
        Assert.Single(Twilio.Taken);

        _clinic.WindTo(Wednesday.AddDays(-1));
        await _clinic.SweepAsync();
        await _clinic.SweepAsync();
        Assert.Equal(2, Twilio.Taken.Count);
        Assert.Contains("seeing you on Wednesday 25 November at 9:15am", Twilio.Taken[1].Body, StringComparison.Ordinal);
        Assert.NotEqual(Twilio.Taken[0].Link, Twilio.Taken[1].Link);
    }

    [Fact]
    public async Task No_text_is_delivered_after_the_appointment_has_begun()
    {
        await _clinic.BookAsync(_clinic.Clock.Now().AddHours(3));
        await _clinic.BookAsync(Wednesday, "+447700900124");

        await _clinic.SweepAsync();

        Assert.Equal(3 * 3600, Twilio.Taken.Single(text => text.To == "+447700900123").ValidityPeriod);
        Assert.Equal(36_000, Twilio.Taken.Single(text => text.To == "+447700900124").ValidityPeriod);
    }

    [Fact]
    public async Task A_cancelled_appointment_is_not_reminded_of()
    {
        var appointment = await _clinic.BookAsync(Wednesday);
        await _clinic.SweepAsync();
        var desk = _clinic.Services.GetRequiredService<Desk>();
        Assert.Null(await desk.CancelAsync(new Seen(appointment, Version: 1), "rang", "reception", CancellationToken.None));

        _clinic.WindTo(Wednesday.AddDays(-1));
        await _clinic.SweepAsync();

        Assert.Equal(["booked", "cancelled"], Twilio.Taken.Select(text => text.Body.Contains("cancelled", StringComparison.Ordinal) ? "cancelled" : "booked"));
        var reminder = await _clinic.MessageAsync(appointment, MessageKind.Reminder);
        Assert.Equal((MessageState.Skipped, WhyNotSent.Cancelled), (reminder.State, reminder.Why));
    }

    [Fact]
    public async Task A_message_that_is_still_waiting_is_read_against_its_appointment_before_it_goes()
    {
        var cancelled = await _clinic.BookAsync(Wednesday);
        var moved = await _clinic.BookAsync(Wednesday);
        await _clinic.MeddleAsync($"UPDATE Appointments SET Status = {(int)AppointmentStatus.Cancelled} WHERE Id = {cancelled}");
        await _clinic.MeddleAsync($"UPDATE Appointments SET Date = {new DateOnly(2026, 11, 26)} WHERE Id = {moved}");

        await _clinic.SweepAsync();

        Assert.Empty(Twilio.Taken);
        Assert.Equal(WhyNotSent.Cancelled, (await _clinic.MessageAsync(cancelled)).Why);
        Assert.Equal(WhyNotSent.Moved, (await _clinic.MessageAsync(moved)).Why);
    }

    [Fact]
    public async Task After_three_hours_of_silence_reminders_go_but_none_for_an_appointment_that_has_begun()
    {
        await _clinic.RemindAsync(2);
        var begun = await _clinic.BookAsync(new(2026, 11, 24, 11, 0, 0));
        var toCome = await _clinic.BookAsync(new(2026, 11, 24, 13, 30, 0));
        await _clinic.SweepAsync();

        _clinic.WindTo(new(2026, 11, 24, 12, 0, 0));
        await _clinic.SweepAsync();

        Assert.Equal(3, Twilio.Taken.Count);
        var late = await _clinic.MessageAsync(begun, MessageKind.Reminder);
        Assert.Equal((MessageState.Skipped, WhyNotSent.TooLate), (late.State, late.Why));
        Assert.Equal(MessageState.Sent, (await _clinic.MessageAsync(toCome, MessageKind.Reminder)).State);
    }

    [Fact]
    public async Task A_new_lead_time_reaches_what_is_already_booked()
    {
        var friday = new DateTime(2026, 11, 27, 9, 0, 0);
        var appointment = await _clinic.BookAsync(friday);
        await _clinic.SweepAsync();
        await _clinic.RemindAsync(48);

        await _clinic.SweepAsync();
        Assert.Equal(ClinicTime.ToUtc(friday.AddDays(-2)), (await _clinic.MessageAsync(appointment, MessageKind.Reminder)).Due);

        _clinic.WindTo(friday.AddDays(-2));
        await _clinic.SweepAsync();
        Assert.Equal(2, Twilio.Taken.Count);
    }

    [Fact]
    public async Task A_reminder_that_was_held_up_until_the_night_waits_for_the_morning()
    {
        var evening = new DateTime(2026, 11, 25, 20, 30, 0);
        await _clinic.BookAsync(evening);
        await _clinic.SweepAsync();

        foreach (var hour in (int[])[21, 23, 26, 31])
        {
            _clinic.WindTo(new DateTime(2026, 11, 24).AddHours(hour));
            await _clinic.SweepAsync();
            Assert.Single(Twilio.Taken);
        }

        _clinic.WindTo(new DateTime(2026, 11, 25, 8, 0, 0));
        await _clinic.SweepAsync();
        Assert.Equal(2, Twilio.Taken.Count);
    }

    [Fact]
    public async Task A_reminder_that_could_only_go_at_night_or_too_late_does_not_go()
    {
        await _clinic.RemindAsync(10);
        var appointment = await _clinic.BookAsync(new(2026, 11, 25, 6, 30, 0));
        await _clinic.SweepAsync();

        _clinic.WindTo(new(2026, 11, 24, 22, 0, 0));
        await _clinic.SweepAsync();

        Assert.Single(Twilio.Taken);
        Assert.Equal(WhyNotSent.TooLate, (await _clinic.MessageAsync(appointment, MessageKind.Reminder)).Why);
    }

    [Fact]
    public async Task Who_books_at_night_is_answered_at_once_but_not_when_the_answer_is_late()
    {
        _clinic.WindTo(new(2026, 11, 23, 22, 30, 0));
        await _clinic.BookAsync(Wednesday);
        await _clinic.SweepAsync();
        Assert.Single(Twilio.Taken);

        await _clinic.BookAsync(Wednesday.AddHours(1));
        _clinic.WindTo(new(2026, 11, 23, 23, 30, 0));
        await _clinic.SweepAsync();
        Assert.Single(Twilio.Taken);

        _clinic.WindTo(new(2026, 11, 24, 8, 0, 0));
        await _clinic.SweepAsync();
        Assert.Equal(2, Twilio.Taken.Count);
    }

    [Theory]
    [InlineData("+441322275402")]
    [InlineData("+447012345678")]
    [InlineData("+353871234567")]
    [InlineData("garbage")]
    public async Task Who_cannot_be_texted_is_on_receptions_list(string telephone)
    {
        var appointment = await _clinic.BookAsync(Wednesday);
        await _clinic.MeddleAsync($"UPDATE Patients SET Telephone = {telephone}");

        await _clinic.SweepAsync();

        Assert.Empty(Twilio.Taken);
        var message = await _clinic.MessageAsync(appointment);
        Assert.Equal((MessageState.Skipped, WhyNotSent.NotTextable, true), (message.State, message.Why, message.NeedsAttention));
    }

    [Fact]
    public async Task The_third_of_ten_has_bad_data_and_nine_get_theirs()
    {
        var appointments = new List<int>();
        for (var i = 0; i < 10; i++)
        {
            appointments.Add(await _clinic.BookAsync(Wednesday, $"+44770090010{i}"));
        }

        // No kind of message that we know: writing it fails.
        await _clinic.MeddleAsync($"UPDATE Messages SET Kind = 77 WHERE AppointmentId = {appointments[2]} AND Kind = 0");
        await _clinic.SweepAsync();

        Assert.Equal(9, Twilio.Taken.Count);
        await using var context = _clinic.Database.Open();
        var bad = await context.Messages.SingleAsync(m => m.AppointmentId == appointments[2] && m.Kind != MessageKind.Reminder);
        Assert.Equal((MessageState.Failed, WhyNotSent.BadData, true), (bad.State, bad.Why, bad.NeedsAttention));
    }

    [Fact]
    public async Task A_text_says_nothing_of_the_treatment_the_name_or_the_price()
    {
        await _clinic.BookAsync(Wednesday, name: "Siobhán O'Brien-D’Arcy");

        await _clinic.SweepAsync();

        Assert.DoesNotContain(
            ["sciatica", "acupuncture", "sport", "physio,", "£", "58", "Siobhán", "Brien"],
            word => Twilio.Taken[0].Body.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
