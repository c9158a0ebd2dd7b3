using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Real processes on one database, with Hangfire's clock and the machine's, one of which dies in the middle.</summary>
public sealed class ProcessesTests
{
    private const int Many = 300;
    private const int AtATime = 50;
    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Three_processes_sweep_and_one_is_killed_and_no_text_goes_twice()
    {
        await using var clinic = await OpenAsync();
        await using var twilio = await TwilioServer.StartAsync();
        twilio.Delay = TimeSpan.FromMilliseconds(100);
        var nodes = new List<ClinicProcess>();
        for (var i = 0; i < 3; i++)
        {
            nodes.Add(await ClinicProcess.StartAsync(clinic.Database, Settings(twilio)));
        }

        // Due in an hour, which passes at the same moment on each of them.
        await BookAsync(clinic, Many, AnHour);
        var sweeps = nodes.Select(PassAnHourAsync).ToList();
        await UntilAsync(() => twilio.Taken.Count > Many / 10);
        nodes[0].Kill();
        await Task.WhenAll(sweeps.Skip(1));
        await Task.WhenAll(nodes.Select(node => node.DisposeAsync().AsTask()));

        Assert.Equal(twilio.Taken.Count, twilio.Taken.Select(text => text.To).Distinct().Count());

        // What was in the hands of the one who was killed is neither sent again nor lost.
        var unsettled = await Confirmations(clinic.Database.Open()).CountAsync(m => m.State != MessageState.Sent);
        Assert.InRange(unsettled, 0, 5); // as many as a node has in hand
        Assert.InRange(twilio.Taken.Count, Many - unsettled, Many);
    }

    [Fact]
    public async Task What_waits_when_the_site_starts_goes_within_seconds_and_the_log_names_nobody()
    {
        await using var clinic = await OpenAsync();
        await using var twilio = await TwilioServer.StartAsync();
        await BookAsync(clinic, 1, TimeSpan.Zero);

        await using var node = await ClinicProcess.StartAsync(clinic.Database, Settings(twilio));
        var started = new ClinicTime().UtcNow();
        await UntilAsync(() => twilio.Taken.Count == 1);

        Assert.InRange(new ClinicTime().UtcNow() - started, TimeSpan.Zero, TimeSpan.FromSeconds(15));
        Assert.DoesNotContain("77009", node.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("Bloggs", node.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(twilio.Taken[0].Link.Segments[^1], node.Log, StringComparison.Ordinal);
    }

    // The node of the test itself makes the database and looks into it; it sends nothing.
    private static async Task<TextingClinic> OpenAsync()
    {
        var clinic = new TextingClinic();
        await clinic.InitializeAsync();
        _ = clinic.Services;
        await using var context = clinic.Database.Open();
        await context.Rules.ExecuteUpdateAsync(row => row.SetProperty(rules => rules.TextsAnHour, 2 * Many)); // not too many here
        return clinic;
    }

    private static (string Name, string Value)[] Settings(TwilioServer twilio) =>
        [.. twilio.Settings.Select(setting => (setting.Key, setting.Value!)), ("Clinic:PublicBaseUrl", TextingClinic.Site)];

    private static IQueryable<Message> Confirmations(BookingDbContext context) =>
        context.Messages.Where(m => m.Kind == MessageKind.Confirmation);

    private static async Task PassAnHourAsync(ClinicProcess node)
    {
        using var visitor = node.Visit();
        await visitor.PressAsync(await visitor.OpenAsync("/demo/phone"), "An hour on");
    }

    private static async Task BookAsync(TextingClinic clinic, int count, TimeSpan ahead)
    {
        var clock = new ClinicTime();
        var inAWeek = clock.Today().AddDays(7).ToDateTime(new TimeOnly(10, 0));
        foreach (var some in Enumerable.Range(0, count).Chunk(AtATime))
        {
            await using var context = clinic.Database.Open();
            foreach (var i in some)
            {
                await TextingClinic.AppointmentAsync(context, inAWeek, $"+4477009{i:00000}", "Jo Bloggs", clock.UtcNow() + ahead);
            }

            await context.SaveChangesAsync();
        }
    }

    private static async Task UntilAsync(Func<bool> so)
    {
        for (var waited = TimeSpan.Zero; !so(); waited += TimeSpan.FromMilliseconds(50))
        {
            Assert.True(waited < Patience, "It took too long.");
            await Task.Delay(50);
        }
    }
}
