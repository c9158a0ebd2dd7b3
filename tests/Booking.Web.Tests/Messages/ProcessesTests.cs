using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Real processes on one database, with Hangfire's clock and the machine's, one of which dies in the middle.</summary>
public sealed class ProcessesTests
{
    private const int Many = 300;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Three_processes_sweep_and_one_is_killed_and_no_text_goes_twice()
    {
        using var database = new TestDatabase();
        await using var twilio = await TwilioServer.StartAsync();
        twilio.Delay = TimeSpan.FromMilliseconds(100);
        (string Name, string Value)[] settings =
            [.. twilio.Settings.Select(setting => (setting.Key, setting.Value!)), ("Clinic:PublicBaseUrl", TextingClinic.Site)];
        await using (await ClinicProcess.StartAsync(database, settings))
        {
            // It makes the database.
        }

        await BookManyAsync(database);
        var nodes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ClinicProcess.StartAsync(database, settings)));
        await UntilAsync(() => twilio.Taken.Count > Many / 10);
        nodes[0].Kill();
        await UntilAsync(async () =>
        {
            await using var context = database.Open();
            return !await context.Messages.AnyAsync(m => m.State == MessageState.Pending && m.Kind == MessageKind.Confirmation);
        });
        await Task.WhenAll(nodes.Select(node => node.DisposeAsync().AsTask()));

        Assert.Equal(twilio.Taken.Count, twilio.Taken.Select(text => text.To).Distinct().Count());
        await using var after = database.Open();
        var unsettled = await after.Messages.CountAsync(m => m.Kind == MessageKind.Confirmation && m.State != MessageState.Sent);
        Assert.InRange(unsettled, 0, 48);
        Assert.InRange(twilio.Taken.Count, Many - unsettled, Many);
    }

    [Fact]
    public async Task A_confirmation_goes_within_seconds_of_the_start_and_not_at_the_next_minute()
    {
        using var database = new TestDatabase();
        await using var twilio = await TwilioServer.StartAsync();
        (string Name, string Value)[] settings =
            [.. twilio.Settings.Select(setting => (setting.Key, setting.Value!)), ("Clinic:PublicBaseUrl", TextingClinic.Site)];
        await using (await ClinicProcess.StartAsync(database, settings))
        {
            // It makes the database.
        }

        await using (var context = database.Open())
        {
            await TextingClinic.AppointmentAsync(context, InAWeek(), "+447700900123", "Jo Bloggs", new ClinicTime().UtcNow());
            await context.SaveChangesAsync();
        }

        await using var node = await ClinicProcess.StartAsync(database, settings);
        await UntilAsync(() => twilio.Taken.Count == 1);
        Assert.DoesNotContain("7700900123", node.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("Bloggs", node.Log, StringComparison.Ordinal);
    }

    private static DateTime InAWeek() => new ClinicTime().Today().AddDays(7).ToDateTime(new TimeOnly(10, 0));

    private static async Task BookManyAsync(TestDatabase database)
    {
        await using var context = database.Open();
        var now = new ClinicTime().UtcNow();
        for (var i = 0; i < Many; i++)
        {
            await TextingClinic.AppointmentAsync(context, InAWeek(), $"+4477009{i:00000}", "Jo Bloggs", now);
        }

        await context.SaveChangesAsync();
    }

    private static Task UntilAsync(Func<bool> so) => UntilAsync(() => Task.FromResult(so()));

    private static async Task UntilAsync(Func<Task<bool>> so)
    {
        for (var waited = TimeSpan.Zero; !await so(); waited += TimeSpan.FromMilliseconds(50))
        {
            Assert.True(waited < Patience, "It took too long.");
            await Task.Delay(50);
        }
    }
}
