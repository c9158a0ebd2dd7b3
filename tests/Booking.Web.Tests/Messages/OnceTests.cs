using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>However many sweep, and however they end: each text once.</summary>
public sealed class OnceTests : IAsyncLifetime
{
    private static readonly DateTime Wednesday = new(2026, 11, 25, 9, 15, 0);

    private readonly TextingClinic _clinic = new();

    private TwilioServer Twilio => _clinic.Twilio;

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task Two_sweeps_at_once_and_three_nodes_send_each_text_once()
    {
        await BookManyAsync(90);
        Twilio.Delay = TimeSpan.FromMilliseconds(20);
        await using var second = _clinic.WithWebHostBuilder(_ => { });
        await using var third = _clinic.WithWebHostBuilder(_ => { });
        MessageSweep[] sweeps = [.. new[] { _clinic.Services, second.Services, third.Services }
            .Select(node => node.GetRequiredService<MessageSweep>())];

        await Task.WhenAll(sweeps.Concat(sweeps).Select(sweep => Task.Run(() => sweep.RunAsync(CancellationToken.None))));

        Assert.Equal(90, Twilio.Taken.Count);
        Assert.Equal(90, Twilio.Taken.Select(text => text.To).Distinct().Count());
        Assert.Equal(90, Twilio.Posts);
    }

    [Fact]
    public async Task A_sweep_that_is_told_to_stop_finishes_and_records_what_it_has_begun()
    {
        await BookManyAsync(60);
        Twilio.Delay = TimeSpan.FromMilliseconds(300);
        using var stop = new CancellationTokenSource();
        var sweeping = _clinic.Services.GetRequiredService<MessageSweep>().RunAsync(stop.Token);
        while (Twilio.Posts == 0)
        {
            await Task.Delay(10);
        }

        await stop.CancelAsync();
        await sweeping;

        await using var context = _clinic.Database.Open();
        var confirmations = await context.Messages.Where(m => m.Kind == MessageKind.Confirmation).ToListAsync();
        Assert.Equal(Twilio.Taken.Count, confirmations.Count(m => m.State == MessageState.Sent));
        Assert.Equal(60 - Twilio.Taken.Count, confirmations.Count(m => m.State == MessageState.Pending));
        Assert.InRange(Twilio.Taken.Count, 1, 40);
    }

    [Fact]
    public async Task Who_cancels_while_the_text_is_going_is_not_told_that_somebody_changed_it()
    {
        var appointments = await BookManyAsync(20);
        var desk = _clinic.Services.GetRequiredService<Desk>();

        var sweeping = _clinic.SweepAsync();
        var refusals = await Task.WhenAll(
            appointments.Select(id => desk.CancelAsync(new Seen(id, Version: 1), "ill", AppointmentEvent.ByPatient, CancellationToken.None)));
        await sweeping;

        Assert.All(refusals, Assert.Null);
        await using var context = _clinic.Database.Open();
        var sent = await context.Messages.CountAsync(m => m.State == MessageState.Sent);
        Assert.Equal(Twilio.Taken.Count, sent);
        Assert.All(
            await context.Messages.Where(m => m.State != MessageState.Sent).ToListAsync(),
            message => Assert.Equal((MessageState.Skipped, WhyNotSent.Cancelled), (message.State, message.Why)));
    }

    private async Task<int[]> BookManyAsync(int count)
    {
        var appointments = new List<Appointment>();
        _ = _clinic.Services;
        await using var context = _clinic.Database.Open();
        for (var i = 0; i < count; i++)
        {
            appointments.Add(await TextingClinic.AppointmentAsync(
                context, Wednesday, $"+4477009{i:00000}", "Jo Bloggs", _clinic.Clock.UtcNow()));
        }

        await context.SaveChangesAsync();
        return [.. appointments.Select(appointment => appointment.Id)];
    }
}
