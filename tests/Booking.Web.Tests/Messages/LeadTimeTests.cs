using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>As often as the clinic has settled: before an appointment, and after one that was missed.</summary>
public sealed class LeadTimeTests : IAsyncLifetime
{
    private static readonly DateTime Wednesday = new(2026, 11, 25, 9, 15, 0);

    private readonly TextingClinic _clinic = new();

    private TwilioServer Twilio => _clinic.Twilio;

    private Desk Desk => _clinic.Services.GetRequiredService<Desk>();

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task Two_lead_times_remind_twice_each_once()
    {
        await _clinic.RemindAsync(48, 2);
        await _clinic.BookAsync(new(2026, 11, 27, 14, 0, 0));

        foreach (var hour in (int[])[1, 49, 50, 51, 95, 96, 97])
        {
            _clinic.WindTo(new DateTime(2026, 11, 23, 12, 0, 0).AddHours(hour));
            await _clinic.SweepAsync();
            await _clinic.SweepAsync();
        }

        Assert.Equal(3, Twilio.Taken.Count);
        Assert.Equal(2, Twilio.Taken.Count(text => text.Body.Contains("seeing you on Friday 27 November", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_has_been_reminded_is_not_reminded_again_because_the_setting_changes()
    {
        await _clinic.RemindAsync(48);
        await _clinic.BookAsync(new(2026, 11, 27, 14, 0, 0));
        _clinic.WindTo(new(2026, 11, 25, 14, 0, 0));
        await _clinic.SweepAsync();
        Assert.Equal(2, Twilio.Taken.Count);

        await _clinic.RemindAsync(24);
        await _clinic.SweepAsync();
        _clinic.WindTo(new(2026, 11, 26, 14, 0, 0));
        await _clinic.SweepAsync();

        Assert.Equal(2, Twilio.Taken.Count);
    }

    [Fact]
    public async Task The_one_lead_time_of_an_earlier_version_becomes_the_first_of_many()
    {
        await _clinic.RemindAsync();
        await _clinic.MeddleAsync($"UPDATE BookingRules SET ReminderHours = 30");
        var start = _clinic.Services.GetRequiredService<DatabaseStart>();

        await start.RunAsync(default);
        await start.RunAsync(default);

        await using var context = _clinic.Database.Open();
        Assert.Equal((30, null), Assert.Single((await context.Rules.SingleAsync()).Reminders.Select(lead => (lead.HoursBefore, lead.TreatmentId))));
    }

    [Fact]
    public async Task Somebody_who_did_not_come_is_asked_once_to_book_again()
    {
        var booked = await MissAsync();
        _clinic.WindTo(Wednesday.AddMinutes(89));
        await _clinic.SweepAsync();
        Assert.Single(Twilio.Taken);

        _clinic.WindTo(Wednesday.AddMinutes(90));
        await _clinic.SweepAsync();
        await _clinic.SweepAsync();

        Assert.Equal(2, Twilio.Taken.Count);
        Assert.Contains("sorry that we missed you on Wednesday 25 November at 9:15am", Twilio.Taken[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_that_is_undone_within_the_hour_sends_nothing()
    {
        var booked = await MissAsync();
        Assert.Null(await Desk.UndoAsync([new Seen(booked, 2)], "Rosa Desk", default));

        _clinic.WindTo(Wednesday.AddHours(3));
        await _clinic.SweepAsync();

        Assert.Single(Twilio.Taken);
        Assert.Equal(WhyNotSent.CameAfterAll, (await _clinic.MessageAsync(booked, MessageKind.DidNotAttend)).Why);
    }

    [Fact]
    public async Task A_follow_up_does_not_go_once_the_clinic_has_switched_them_off()
    {
        var booked = await MissAsync();
        await FollowUpAsync(false);

        _clinic.WindTo(Wednesday.AddMinutes(90));
        await _clinic.SweepAsync();

        Assert.Single(Twilio.Taken);
        Assert.Equal(WhyNotSent.SwitchedOff, (await _clinic.MessageAsync(booked, MessageKind.DidNotAttend)).Why);
    }

    [Fact]
    public async Task Nobody_sends_one_again_by_hand_while_they_are_off()
    {
        var booked = await MissAsync();
        Twilio.Next(TwilioAnswer.Refuse(400, 21617));
        _clinic.WindTo(Wednesday.AddMinutes(90));
        await _clinic.SweepAsync();
        var refused = await _clinic.MessageAsync(booked, MessageKind.DidNotAttend);
        await FollowUpAsync(false);

        var answer = await _clinic.Services.GetRequiredService<Texts>().SendAgainAsync(new SeenText(refused.Id, refused.Revision), "Rosa Desk", default);

        Assert.Equal(Refusal.SwitchedOff, answer);
        Assert.Equal(MessageState.Failed, (await _clinic.MessageAsync(booked, MessageKind.DidNotAttend)).State);
    }

    private async Task FollowUpAsync(bool follows)
    {
        _ = _clinic.Services;
        await using var context = _clinic.Database.Open();
        (await context.Rules.SingleAsync()).FollowsUpMissed = follows;
        await context.SaveChangesAsync();
    }

    /// <summary>Somebody who was to come on Wednesday is marked half an hour later as not having come.</summary>
    private async Task<int> MissAsync()
    {
        await FollowUpAsync(true);
        var booked = await _clinic.BookAsync(Wednesday);
        await _clinic.SweepAsync();
        _clinic.WindTo(Wednesday.AddMinutes(30));
        Assert.Null(await Desk.MarkAsync(new Seen(booked, 1), AppointmentStatus.DidNotAttend, "Rosa Desk", default));
        return booked;
    }
}
