using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>What can happen between the writing of a text and its going: none goes wrongly, none is lost without a trace.</summary>
public sealed class MeanwhileTests : IAsyncLifetime
{
    private static readonly DateTime Wednesday = new(2026, 11, 25, 9, 15, 0);

    private readonly WatchedClinic _clinic = new();

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task A_patient_whose_record_was_emptied_meanwhile_is_texted_no_more()
    {
        var appointment = await _clinic.BookAsync(Wednesday);
        await using (var context = _clinic.Database.Open())
        {
            var patient = await context.Patients.Include(p => p.Words).SingleAsync();
            context.Add(Message.Note(patient.Id, "Please ring us.", "a note", _clinic.Clock.UtcNow()));
            patient.Empty(RandomNumberGenerator.GetBytes(Patient.RecognitionBytes), _clinic.Clock.UtcNow());
            await context.SaveChangesAsync();
        }

        await _clinic.SweepAsync();

        Assert.Empty(_clinic.Twilio.Taken);
        var confirmation = await _clinic.MessageAsync(appointment);
        Assert.Equal((MessageState.Skipped, WhyNotSent.NotTextable), (confirmation.State, confirmation.Why));
        await using var after = _clinic.Database.Open();
        Assert.Equal(MessageState.Skipped, (await after.Messages.SingleAsync(m => m.Kind == MessageKind.Note)).State);
    }

    [Fact]
    public async Task One_record_among_a_hundred_that_cannot_be_handled_keeps_nobody_waiting_and_is_set_aside()
    {
        var appointments = await _clinic.BookManyAsync(100);
        await _clinic.MeddleAsync($"UPDATE Patients SET FullName = FullName, Telephone = 'ring the neighbour' WHERE Id = 3");
        await _clinic.MeddleAsync($"UPDATE Messages SET StartsAt = '0001-01-01 00:00:00' WHERE AppointmentId = {appointments[50]}");

        await _clinic.SweepAsync();
        await _clinic.SweepAsync();

        Assert.Equal((98, 98), (_clinic.Twilio.Posts, _clinic.Twilio.Taken.Select(text => text.To).Distinct().Count()));
        var after = await _clinic.ConfirmationsAsync();
        Assert.DoesNotContain(after, m => m.State is MessageState.Pending or MessageState.Sending);
        Assert.All(after.Where(m => m.State == MessageState.Failed), m => Assert.Equal(_clinic.Clock.UtcNow(), m.TriedAt));
        Assert.DoesNotContain("neighbour", _clinic.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_clock_is_set_back_what_has_gone_does_not_go_again_and_what_waits_goes_in_its_time()
    {
        var appointment = await _clinic.BookAsync(Wednesday);
        await _clinic.SweepAsync();

        _clinic.WindBackTo(new(2026, 11, 22, 12, 0, 0));
        await _clinic.SweepAsync();
        Assert.Single(_clinic.Twilio.Taken);

        _clinic.WindTo(Wednesday.AddDays(-1));
        await _clinic.SweepAsync();
        await _clinic.SweepAsync();

        Assert.Equal((2, 2), (_clinic.Twilio.Posts, _clinic.Twilio.Taken.Count));
        Assert.Equal(MessageState.Sent, (await _clinic.MessageAsync(appointment, MessageKind.Reminder)).State);
    }

    [Fact]
    public async Task What_was_booked_while_the_clock_was_ahead_is_confirmed_when_it_is_right_again()
    {
        var right = _clinic.Clock.Now();
        _clinic.WindTo(right.AddDays(2));
        await _clinic.SweepAsync();
        var appointment = await _clinic.BookAsync(Wednesday.AddDays(7));

        _clinic.WindBackTo(right);
        await _clinic.SweepAsync();

        Assert.Single(_clinic.Twilio.Taken);
        Assert.Equal(MessageState.Sent, (await _clinic.MessageAsync(appointment)).State);
        var reminder = await _clinic.MessageAsync(appointment, MessageKind.Reminder);
        Assert.Equal(ClinicTime.ToUtc(Wednesday.AddDays(6)), reminder.Due); // its time comes from the appointment
    }

    [Fact]
    public async Task A_text_that_was_lost_while_the_clock_was_ahead_is_found_and_not_sent_again()
    {
        var right = _clinic.Clock.Now();
        _clinic.WindTo(right.AddDays(2));
        var appointment = await _clinic.BookAsync(Wednesday.AddDays(7));
        _clinic.Twilio.Next(TwilioAnswer.AcceptThenFail);
        await _clinic.MeddleAsync($"UPDATE Messages SET Due = {ClinicTime.ToUtc(right)} WHERE Kind = {(int)MessageKind.Confirmation}");
        _clinic.WindBackTo(right);
        await _clinic.SweepAsync();
        await _clinic.MeddleAsync(
            $"""
            UPDATE Messages SET Due = {ClinicTime.ToUtc(right.AddDays(2))}, TriedAt = {ClinicTime.ToUtc(right.AddDays(2))}
            WHERE Kind = {(int)MessageKind.Confirmation}
            """);

        for (var hour = 0; hour < 3; hour++)
        {
            _clinic.Clock.Advance(TimeSpan.FromMinutes(61));
            await _clinic.SweepAsync();
        }

        Assert.Equal((MessageState.Sent, 1), ((await _clinic.MessageAsync(appointment)).State, _clinic.Twilio.Posts));
    }

    [Fact]
    public async Task A_node_that_was_killed_after_it_took_a_text_in_hand_and_before_it_wrote_it_is_made_up_for()
    {
        var appointment = await _clinic.BookAsync(Wednesday);
        await _clinic.MeddleAsync(
            $"""
            UPDATE Messages SET State = {(int)MessageState.Sending}, Due = {_clinic.Clock.UtcNow().AddMinutes(2)}
            WHERE AppointmentId = {appointment} AND Kind = {(int)MessageKind.Confirmation}
            """);
        for (var minute = 0; minute < 3; minute++)
        {
            _clinic.Clock.Advance(TimeSpan.FromMinutes(1));
            await _clinic.SweepAsync();
        }

        Assert.Equal((MessageState.Sent, 1), ((await _clinic.MessageAsync(appointment)).State, _clinic.Twilio.Posts));
    }
}
