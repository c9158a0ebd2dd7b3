using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>An administrator stops all texts, on every node and at once; they wait, and none is lost.</summary>
public sealed class StopTests : IAsyncLifetime
{
    private readonly WatchedClinic _clinic = new();

    private SendingDesk Desk => _clinic.Services.GetRequiredService<SendingDesk>();

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task A_stop_in_the_middle_of_three_sweeps_is_obeyed_by_the_next_text_of_each()
    {
        await _clinic.BookManyAsync(90);
        _clinic.Twilio.Delay = TimeSpan.FromSeconds(1);
        await using var second = _clinic.WithWebHostBuilder(_ => { });
        await using var third = _clinic.WithWebHostBuilder(_ => { });
        var sweeping = Task.WhenAll(new[] { _clinic.Services, second.Services, third.Services }
            .Select(node => node.GetRequiredService<MessageSweep>())
            .Select(sweep => Task.Run(() => sweep.RunAsync(CancellationToken.None))));
        while (_clinic.Twilio.Posts == 0 && !sweeping.IsCompleted)
        {
            await Task.Delay(10);
        }

        Assert.Null(await Desk.StopAsync("Wrong times in the texts", "Rosa"));
        var claimed = (await _clinic.ConfirmationsAsync()).Count(m => m.Tries > 0);
        await sweeping;

        Assert.Equal((claimed, claimed), (_clinic.Twilio.Taken.Count, _clinic.Twilio.Posts));
        Assert.InRange(claimed, 1, 89);
        var after = await _clinic.ConfirmationsAsync();
        Assert.Equal((claimed, 90 - claimed), (after.Count(m => m.State == MessageState.Sent), after.Count(m => m.State == MessageState.Pending)));

        await Desk.StartAsync("Rosa");
        await _clinic.SweepAsync();
        Assert.Equal((90, 90), (_clinic.Twilio.Posts, _clinic.Twilio.Taken.Select(text => text.To).Distinct().Count()));
    }

    [Fact]
    public async Task While_texts_are_stopped_the_health_page_says_so_and_neither_names_anybody_nor_quotes()
    {
        _ = _clinic.Services;
        await Desk.StopAsync("Mrs Smith had the wrong one", "Rosa");
        await _clinic.BookAsync(new(2026, 11, 25, 9, 15, 0));
        await _clinic.SweepAsync();

        var ready = await _clinic.ReadyAsync();

        Assert.Contains("All texts and e-mails have been stopped since Monday 23 November at 12:00pm.", ready, StringComparison.Ordinal);
        Assert.Contains("\"Degraded\"", ready, StringComparison.Ordinal);
        Assert.DoesNotContain("Smith", ready, StringComparison.Ordinal);
        Assert.DoesNotContain("Rosa", ready, StringComparison.Ordinal);
        Assert.Empty(_clinic.Twilio.Taken);
    }

    [Fact]
    public async Task Of_two_who_stop_them_at_once_one_has_and_the_other_is_told()
    {
        _ = _clinic.Services;

        var refusals = await Task.WhenAll(Desk.StopAsync("One", "Rosa"), Desk.StopAsync("Two", "Ben"));

        Assert.Single(refusals, refusal => refusal is null);
        Assert.Single(refusals, refusal => refusal?.Words == "Somebody has stopped all texts already.");
    }
}
