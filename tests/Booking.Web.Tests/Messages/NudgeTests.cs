using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The jobs as they run by themselves, on the machine's own clock.</summary>
public sealed class NudgeTests : IAsyncLifetime
{
    private static readonly DateTime Wednesday = new(2026, 11, 25, 9, 15, 0);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly WorkingClinic _clinic = new();

    private TwilioServer Twilio => _clinic.Twilio;

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task A_confirmation_goes_within_seconds_of_the_booking_however_often_it_is_asked_for()
    {
        var nudge = _clinic.Services.GetRequiredService<Nudge>();
        for (var i = 0; i < 10; i++)
        {
            await _clinic.BookAsync(Wednesday, $"+44770090010{i}");
            nudge.SendSoon();
        }

        await UntilAsync(() => Twilio.Taken.Count == 10);
        await _clinic.BookAsync(Wednesday, "+447700900110");
        nudge.SendSoon();
        await UntilAsync(() => Twilio.Taken.Count == 11);
        Assert.Equal(11, Twilio.Posts);
    }

    [Fact]
    public async Task A_site_that_is_stopped_finishes_the_text_that_is_on_its_way()
    {
        Twilio.Delay = TimeSpan.FromSeconds(1);
        var appointment = await _clinic.BookAsync(Wednesday);
        _clinic.Services.GetRequiredService<Nudge>().SendSoon();
        await UntilAsync(() => Twilio.Posts == 1);

        await Task.WhenAll(_clinic.Services.GetServices<IHostedService>().Select(work => work.StopAsync(CancellationToken.None)));

        Assert.Equal(MessageState.Sent, (await _clinic.MessageAsync(appointment)).State);
    }

    [Fact]
    public async Task A_mail_server_that_hangs_keeps_no_confirmation_by_text_waiting()
    {
        await using var mailed = new WorkingMailedClinic();
        await mailed.InitializeAsync();
        mailed.Mail.Mood = SmtpMood.HangOnConnect;
        var nudge = mailed.Services.GetRequiredService<Nudge>();
        var byEmail = await mailed.BookAsync(Wednesday, ToldBy.Email);
        nudge.SendSoon();
        await UntilAsync(() => mailed.Mail.Calls > 0);

        await mailed.BookAsync(Wednesday, ToldBy.Text, "+447700900124");
        nudge.SendSoon();
        await UntilAsync(() => mailed.Twilio.Taken.Count == 1);

        Assert.Equal(MessageState.Sending, (await mailed.EmailAsync(byEmail))!.State);
    }

    private static async Task UntilAsync(Func<bool> so)
    {
        for (var waited = Stopwatch.StartNew(); !so(); await Task.Delay(20))
        {
            Assert.True(waited.Elapsed < Patience, "It took too long.");
        }
    }

    private sealed class WorkingMailedClinic : MailedClinic
    {
        protected override IEnumerable<KeyValuePair<string, string?>> More =>
            [.. base.More, new("Jobs:Run", "true"), new("Mail:AnswerWithinSeconds", "12")];
    }

    private sealed class WorkingClinic : TextingClinic
    {
        // The provider shares a busy machine with the clinic: how late it answers proves nothing.
        protected override IEnumerable<KeyValuePair<string, string?>> More =>
            [.. base.More, new("Jobs:Run", "true"), new("Twilio:AnswerWithinSeconds", "30")];
    }
}
