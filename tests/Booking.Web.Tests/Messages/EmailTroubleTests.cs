using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>E-mails are messages like the others: counted, measured and watched. What is wrong with them delays no text.</summary>
public sealed class EmailTroubleTests : IAsyncLifetime
{
    private static readonly DateTime Wednesday = new(2026, 11, 25, 9, 15, 0);

    private readonly MailedClinic _clinic = new();

    private SmtpServer Mail => _clinic.Mail;

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task A_mail_server_that_hangs_delays_no_text_and_is_left_alone_for_the_rest_of_the_round()
    {
        Mail.Mood = SmtpMood.HangOnConnect;
        await _clinic.BookManyAsync(20, ToldBy.Email, Wednesday);
        await _clinic.BookAsync(Wednesday, ToldBy.Text, "+447700900777");

        var emails = await _clinic.Services.GetRequiredService<MessageSweep>().SendTextsAsync(default);
        await _clinic.BookAsync(Wednesday, ToldBy.Text, "+447700900778");
        var beside = await _clinic.Services.GetRequiredService<MessageSweep>().SendTextsAsync(default);

        Assert.Equal(2, _clinic.Twilio.Taken.Count);
        Assert.False(emails.IsCompleted);
        await Task.WhenAll(emails, beside);
        Assert.InRange(Mail.Calls, 3, 6);
        Assert.All(await _clinic.EmailsAsync(), email => Assert.Equal(MessageState.Pending, email.State));

        Mail.Mood = SmtpMood.Accept;
        _clinic.Clock.Advance(TimeSpan.FromMinutes(6));
        await _clinic.SweepAsync();
        Assert.Equal(20, Mail.Taken.Count);
    }

    [Fact]
    public async Task E_mails_that_wait_for_minutes_are_told_of_as_texts_are()
    {
        Mail.Mood = SmtpMood.DropOnConnect;
        await _clinic.BookManyAsync(2, ToldBy.Email, Wednesday);

        await _clinic.SweepAsync();

        Assert.Contains("2 e-mails are late.", await _clinic.ReadyAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("texts are late", await _clinic.ReadyAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_the_mail_server_does_not_take_is_told_of_and_tried_again_only_minutes_later()
    {
        Mail.Mood = SmtpMood.RefusePassword;
        await _clinic.BookManyAsync(20, ToldBy.Email, Wednesday);
        await _clinic.SweepAsync();
        var calls = Mail.Calls;
        _clinic.Clock.Advance(TimeSpan.FromMinutes(2));
        await _clinic.SweepAsync();

        Assert.InRange(calls, 1, 4);
        Assert.Equal(calls, Mail.Calls);
        Assert.Contains(
            "No e-mails have gone since Monday 23 November at 12:00pm: the mail server does not take our user and password.",
            await _clinic.ReadyAsync(),
            StringComparison.Ordinal);

        Mail.Mood = SmtpMood.Accept;
        _clinic.Clock.Advance(TimeSpan.FromMinutes(6));
        await _clinic.SweepAsync();
        Assert.Equal(20, Mail.Taken.Count);
        Assert.Contains("\"Healthy\"", await _clinic.ReadyAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("No e-mails", await _clinic.ReadyAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_within_an_hour_are_counted_in_texts_and_e_mails_together()
    {
        _ = _clinic.Services;
        await using (var context = _clinic.Database.Open())
        {
            (await context.Rules.SingleAsync()).TextsAnHour = 5;
            await context.SaveChangesAsync();
        }

        await _clinic.BookAsync(Wednesday, ToldBy.Text, "+447700900777");
        await _clinic.BookAsync(Wednesday, ToldBy.Text, "+447700900778");
        await _clinic.BookManyAsync(6, ToldBy.Email, Wednesday);
        await _clinic.SweepAsync();
        _clinic.Clock.Advance(TimeSpan.FromMinutes(70));
        await _clinic.SweepAsync();

        Assert.Equal((2, 3), (_clinic.Twilio.Taken.Count, Mail.Taken.Count));
        Assert.Contains("more wanted to go within an hour than is usual", await _clinic.ReadyAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_becomes_of_an_e_mail_is_measured_and_counted_for_the_desk()
    {
        var outcomes = new ConcurrentQueue<string>();
        var meters = _clinic.Services.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == TextMeter.Name && instrument.Meter.Scope == meters)
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => outcomes.Enqueue($"{tags[0].Value} {tags[1].Value}"));
        listener.Start();
        await _clinic.BookAsync(Wednesday, ToldBy.Both);
        await _clinic.SweepAsync();
        Mail.Mood = SmtpMood.RefuseAddress;
        await _clinic.BookAsync(Wednesday.AddDays(1), ToldBy.Email, "+447700900124");

        await _clinic.SweepAsync();

        Assert.Equal(
            ["Accepted Email", "Accepted Text", "Refused Email", "Skipped.ByEmail Text"], outcomes.Order(StringComparer.Ordinal));
        var figures = await _clinic.Services.GetRequiredService<Texts>().FiguresAsync(default);
        Assert.Equal(new TextCount(Gone: 1, Delivered: 0, Emails: 1, Failed: 1), figures.Today);
    }

    [Fact]
    public async Task A_follow_up_that_waits_for_the_mail_server_does_not_go_once_they_are_switched_off()
    {
        await FollowUpAsync(true);
        var booked = await _clinic.BookAsync(Wednesday, ToldBy.Email);
        await _clinic.PassTimeToAsync(Wednesday.AddMinutes(30));
        Assert.Null(await _clinic.Desk.MarkAsync(new Seen(booked, 1), AppointmentStatus.DidNotAttend, "Rosa Desk", default));
        await _clinic.SweepAsync();
        var before = Mail.Taken.Count;
        Mail.Mood = SmtpMood.BusyForAddress;
        _clinic.Clock.Advance(TimeSpan.FromHours(1));
        await _clinic.SweepAsync();
        Assert.Equal(MessageState.Pending, (await _clinic.EmailAsync(booked, MessageKind.DidNotAttend))!.State);

        await FollowUpAsync(false);
        Mail.Mood = SmtpMood.Accept;
        _clinic.Clock.Advance(TimeSpan.FromMinutes(10));
        await _clinic.SweepAsync();

        Assert.Equal(WhyNotSent.SwitchedOff, (await _clinic.EmailAsync(booked, MessageKind.DidNotAttend))!.Why);
        Assert.Equal(before, Mail.Taken.Count);
    }

    private async Task FollowUpAsync(bool follows)
    {
        _ = _clinic.Services;
        await using var context = _clinic.Database.Open();
        (await context.Rules.SingleAsync()).FollowsUpMissed = follows;
        await context.SaveChangesAsync();
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(20, 0)] // nobody can be asked whether they have gone
    public async Task After_an_absence_e_mails_too_wait_for_a_person(int hours, int sent)
    {
        _ = _clinic.Services;
        await _clinic.SweepAsync();
        await _clinic.BookAsync(Wednesday.AddDays(7), ToldBy.Email);

        _clinic.Clock.Advance(TimeSpan.FromHours(hours));
        await _clinic.SweepAsync();
        await _clinic.SweepAsync();

        Assert.Equal(sent, Mail.Taken.Count);
    }
}
