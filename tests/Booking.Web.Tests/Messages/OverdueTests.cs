using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The site comes back after a while: what came due meanwhile goes, unless it may have gone already.</summary>
public sealed class OverdueTests : IAsyncLifetime
{
    private static readonly DateTime NextWeek = new(2026, 12, 2, 9, 15, 0);

    private readonly WatchedClinic _clinic = new();

    private SendingDesk Desk => _clinic.Services.GetRequiredService<SendingDesk>();

    public async ValueTask InitializeAsync()
    {
        await _clinic.InitializeAsync();
        _ = _clinic.Services;
        await _clinic.SweepAsync();
    }

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Theory]
    [InlineData(3, true)]
    [InlineData(3, false)]
    [InlineData(4 * 24, true)] // a long weekend with the site off
    public async Task What_came_due_while_the_site_was_off_goes_on_its_return(int hours, bool listWorks)
    {
        await _clinic.BookAsync(NextWeek);
        _clinic.Twilio.ListWorks = listWorks;

        await SweepAfterAsync(TimeSpan.FromHours(hours));

        Assert.Single(_clinic.Twilio.Taken);
        Assert.Equal(0, _clinic.Alarms);
    }

    [Theory]
    [InlineData(6 * 24, true)]
    [InlineData(20, false)] // and nobody can be asked whether they have gone
    public async Task After_too_long_a_person_is_asked(int hours, bool listWorks)
    {
        await _clinic.BookAsync(NextWeek);
        _clinic.Twilio.ListWorks = listWorks;

        await SweepAfterAsync(TimeSpan.FromHours(hours));
        await SweepAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Empty(_clinic.Twilio.Taken);
        Assert.Equal(1, _clinic.Alarms);
        Assert.Contains(
            "The site had not looked for messages to send since Monday 23 November at 12:00pm. One message that came due meanwhile waits for"
                + " somebody at the desk to say whether they go.",
            await _clinic.ReadyAsync(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(1)] // put in place under the running site, and hardly older
    public async Task From_an_older_copy_of_the_database_nothing_goes_a_second_time_by_itself(int minutes)
    {
        var appointment = await RestoreOlderCopyAsync(minutes);

        await SweepAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((1, 1), (_clinic.Twilio.Posts, _clinic.Alarms));
        Assert.Equal(MessageState.Pending, (await _clinic.MessageAsync(appointment)).State);
        Assert.True((await _clinic.StatusAsync()).SentElsewhere);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // only a restart
    public async Task A_site_that_starts_asks_the_provider_first_however_young_its_database_is(bool isOlderCopy)
    {
        await using var started = new WatchedClinic();
        await started.InitializeAsync();
        var appointment = await started.BookAsync(NextWeek);
        if (isOlderCopy)
        {
            var gone = new Text("+447700900888", "Booked since the copy was made", Callback: null, TimeSpan.FromHours(1));
            await started.Services.GetRequiredService<ISendTexts>().SendAsync(gone);
        }

        await using (var context = started.Database.Open())
        {
            context.Add(new SendingStatus { SweptAt = started.Clock.UtcNow().AddMinutes(-1) });
            await context.SaveChangesAsync();
        }

        await started.SweepAsync();
        await started.SweepAsync();

        Assert.Equal(isOlderCopy ? MessageState.Pending : MessageState.Sent, (await started.MessageAsync(appointment)).State);
        Assert.Equal((isOlderCopy ? 1 : 0, isOlderCopy), (started.Alarms, (await started.StatusAsync()).SentElsewhere));
        Assert.Equal((1, 1), (started.Twilio.Posts, started.Twilio.Lists));
    }

    [Fact]
    public async Task While_they_wait_whoever_books_now_is_told_at_once()
    {
        await RestoreOlderCopyAsync();
        _clinic.Clock.Advance(TimeSpan.FromSeconds(1));

        await _clinic.BookAsync(NextWeek, "+447700900777");
        await SweepAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("+447700900777", _clinic.Twilio.Taken[^1].To);
        Assert.Equal(2, _clinic.Twilio.Posts);
    }

    [Fact]
    public async Task Those_that_a_person_leaves_out_are_shown_as_not_sent_and_why()
    {
        var appointment = await RestoreOlderCopyAsync();

        await Desk.LeaveOutOverdueAsync("Rosa");
        await SweepAfterAsync(TimeSpan.FromMinutes(1));

        var message = await _clinic.MessageAsync(appointment);
        Assert.Equal((MessageState.Skipped, WhyNotSent.DecidedAgainst, 1), (message.State, message.Why, _clinic.Twilio.Posts));
        Assert.Contains("\"Healthy\"", await _clinic.ReadyAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_that_a_person_lets_go_are_read_against_their_appointments_as_ever()
    {
        var gone = await _clinic.BookAsync(new(2026, 11, 25, 9, 15, 0), "+447700900111");
        var coming = await _clinic.BookAsync(NextWeek, "+447700900222");
        await SweepAfterAsync(TimeSpan.FromDays(6));

        await Desk.SendOverdueAsync("Rosa");
        await SweepAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("+447700900222", Assert.Single(_clinic.Twilio.Taken).To);
        Assert.Equal((MessageState.Skipped, WhyNotSent.TooLate), await StateAsync(gone));
        Assert.Equal((MessageState.Sent, null), await StateAsync(coming));
    }

    [Fact]
    public async Task What_a_node_had_sent_when_it_died_does_not_look_like_somebody_elses()
    {
        _clinic.Twilio.Next(TwilioAnswer.AcceptThenHang);
        var lost = await _clinic.BookAsync(NextWeek, "+447700900111");
        await _clinic.SweepAsync();
        var waiting = await _clinic.BookAsync(NextWeek, "+447700900222");

        await SweepAfterAsync(TimeSpan.FromHours(2));
        await SweepAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((2, 0), (_clinic.Twilio.Posts, _clinic.Alarms));
        Assert.Equal((MessageState.Sent, null), await StateAsync(lost));
        Assert.Equal((MessageState.Sent, null), await StateAsync(waiting));
    }

    // A confirmation goes; then, some minutes later, the database is as it was before.
    private async Task<int> RestoreOlderCopyAsync(int minutes = 30)
    {
        var appointment = await _clinic.BookAsync(NextWeek);
        _clinic.Clock.Advance(TimeSpan.FromMinutes(4));
        await _clinic.SweepAsync();
        await _clinic.MeddleAsync(
            $"""
            UPDATE Messages SET State = {(int)MessageState.Pending}, Due = {_clinic.Clock.UtcNow().AddMinutes(-4)}, Ticket = NULL,
                BodyHash = NULL, ProviderSid = NULL, SentAt = NULL, TriedAt = NULL, "To" = NULL, Tries = 0
            WHERE AppointmentId = {appointment} AND Kind = {(int)MessageKind.Confirmation}
            """);
        await _clinic.MeddleAsync($"UPDATE SendingStatus SET SweptAt = {_clinic.Clock.UtcNow().AddMinutes(-4)}");
        await SweepAfterAsync(TimeSpan.FromMinutes(minutes));
        return appointment;
    }

    private async Task SweepAfterAsync(TimeSpan time)
    {
        _clinic.Clock.Advance(time);
        await _clinic.SweepAsync();
    }

    private async Task<(MessageState State, WhyNotSent? Why)> StateAsync(int appointment)
    {
        var message = await _clinic.MessageAsync(appointment);
        return (message.State, message.Why);
    }
}
