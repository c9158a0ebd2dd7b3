using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>When more texts want to go within an hour than is usual, the rest waits for a person.</summary>
public sealed class TooManyTests : IAsyncLifetime
{
    private readonly WatchedClinic _clinic = new();

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task The_one_too_many_waits_with_all_the_others_until_a_person_lets_them_go_on()
    {
        await _clinic.AllowAnHourAsync(5);
        await _clinic.BookManyAsync(8);

        await _clinic.SweepAsync();
        await SweepAfterAsync(1);
        await SweepAfterAsync(90); // an hour that is over does not let them go by itself

        Assert.Equal((5, 5, 1), (_clinic.Twilio.Taken.Count, _clinic.Twilio.Posts, _clinic.Alarms));
        Assert.Equal(3, (await _clinic.ConfirmationsAsync()).Count(m => m is { State: MessageState.Pending, Tries: 0 }));
        var ready = await _clinic.ReadyAsync();
        Assert.Contains("\"Degraded\"", ready, StringComparison.Ordinal);
        Assert.Contains("No texts or e-mails have gone since Monday 23 November at 12:00pm: more wanted to go within an hour than is usual.", ready, StringComparison.Ordinal);

        await _clinic.Services.GetRequiredService<SendingDesk>().LetGoOnAsync("Rosa");
        await _clinic.SweepAsync();

        Assert.Equal(8, _clinic.Twilio.Taken.Select(text => text.To).Distinct().Count());
        Assert.Equal((8, 3), (_clinic.Twilio.Posts, (await _clinic.StatusAsync()).SentInHour));
        Assert.Contains("\"Healthy\"", await _clinic.ReadyAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_nodes_together_send_not_one_too_many_and_cry_once()
    {
        await _clinic.AllowAnHourAsync(20);
        await _clinic.BookManyAsync(60);
        _clinic.Twilio.Delay = TimeSpan.FromMilliseconds(20);
        await using var second = _clinic.WithWebHostBuilder(_ => { });
        await using var third = _clinic.WithWebHostBuilder(_ => { });

        await Task.WhenAll(new[] { _clinic.Services, second.Services, third.Services }
            .Select(node => node.GetRequiredService<MessageSweep>())
            .Select(sweep => Task.Run(() => sweep.RunAsync(CancellationToken.None))));

        Assert.Equal((20, 20, 1), (_clinic.Twilio.Taken.Count, _clinic.Twilio.Posts, _clinic.Alarms));
        Assert.Equal(40, (await _clinic.ConfirmationsAsync()).Count(m => m.State == MessageState.Pending));
    }

    [Fact]
    public async Task As_many_as_may_go_each_hour_raise_no_alarm()
    {
        await _clinic.AllowAnHourAsync(5);
        for (var hour = 0; hour < 3; hour++)
        {
            for (var i = 0; i < 5; i++)
            {
                await _clinic.BookAsync(new(2026, 11, 25, 9, 15, 0), $"+4477009001{hour}{i}");
            }

            await _clinic.SweepAsync();
            _clinic.Clock.Advance(TimeSpan.FromMinutes(61));
        }

        Assert.Equal((15, 0), (_clinic.Twilio.Taken.Count, _clinic.Alarms));
    }

    [Fact]
    public async Task The_hour_is_the_last_sixty_minutes_and_not_the_one_on_the_clock()
    {
        await _clinic.AllowAnHourAsync(5);
        await BookAsync(0, 2);
        await SweepAfterAsync(0);
        await SweepAfterAsync(40);
        await BookAsync(2, 3);
        await SweepAfterAsync(0);

        await SweepAfterAsync(21); // two of the five went 61 minutes ago
        await BookAsync(5, 2);
        await SweepAfterAsync(0);
        Assert.Equal((7, 0), (_clinic.Twilio.Taken.Count, _clinic.Alarms));

        await BookAsync(7, 4);
        await SweepAfterAsync(0);
        Assert.Equal((7, 1), (_clinic.Twilio.Taken.Count, _clinic.Alarms));
    }

    [Fact]
    public async Task Twice_as_many_never_go_around_the_change_of_an_hour()
    {
        await _clinic.AllowAnHourAsync(5);
        await BookAsync(0, 1);
        await SweepAfterAsync(0);
        await SweepAfterAsync(55);
        await BookAsync(1, 4);
        await SweepAfterAsync(0);

        await BookAsync(5, 5);
        await SweepAfterAsync(10);

        Assert.Equal((6, 1), (_clinic.Twilio.Taken.Count, _clinic.Alarms)); // the first went over an hour ago
    }

    [Fact]
    public async Task Texts_that_have_certainly_not_gone_are_not_counted()
    {
        await _clinic.AllowAnHourAsync(2);
        await _clinic.BookManyAsync(1);
        _clinic.Twilio.Next(TwilioAnswer.Throttle, TwilioAnswer.Throttle, TwilioAnswer.Throttle, TwilioAnswer.Throttle);

        for (var minute = 0; minute < 15; minute++)
        {
            await SweepAfterAsync(1);
        }

        Assert.Equal((1, 1, 0), (_clinic.Twilio.Taken.Count, (await _clinic.StatusAsync()).SentInHour, _clinic.Alarms));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_begins_another_hour_and_sends_nothing_twice()
    {
        await _clinic.AllowAnHourAsync(5);
        await _clinic.BookManyAsync(5);
        await _clinic.SweepAsync();

        _clinic.WindBackTo(new(2026, 11, 23, 9, 0, 0));
        await _clinic.BookAsync(new(2026, 11, 26, 9, 15, 0), "+447700900777");
        await _clinic.SweepAsync();
        await SweepAfterAsync(1);

        Assert.Equal((6, 6, 0), (_clinic.Twilio.Taken.Count, _clinic.Twilio.Posts, _clinic.Alarms));
        Assert.Contains("\"secondsSinceSweep\":0", await _clinic.ReadyAsync(), StringComparison.Ordinal);
    }

    private async Task BookAsync(int from, int count)
    {
        for (var i = from; i < from + count; i++)
        {
            await _clinic.BookAsync(new(2026, 11, 26, 9, 15, 0), $"+4477009002{i:00}");
        }
    }

    private async Task SweepAfterAsync(int minutes)
    {
        _clinic.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await _clinic.SweepAsync();
    }
}
