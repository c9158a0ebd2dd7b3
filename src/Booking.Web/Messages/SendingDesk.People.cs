using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

// What people decide about sending as a whole. Each step is taken once, by whoever presses first, and stands in the settings' history.
public sealed partial class SendingDesk
{
    private const string Sending = "Sending of texts";
    private const string On = "on";

    /// <summary>Stops all texts on every node; or says that somebody has done so.</summary>
    public Task<Refusal?> StopAsync(string why, string who) => RunAsync<Refusal?>(async context =>
    {
        var now = clock.UtcNow();
        var stopped = await context.SendingStatus.Where(s => s.StoppedAt == null).ExecuteUpdateAsync(row => row
            .SetProperty(s => s.StoppedAt, now)
            .SetProperty(s => s.StoppedBy, who)
            .SetProperty(s => s.StoppedWhy, why));
        return stopped == 0 ? AlreadyStopped : await NoteAsync(context, who, On, $"stopped: {why}");
    });

    /// <summary>Lets texts go again after a stop.</summary>
    public Task<Refusal?> StartAsync(string who) => RunAsync<Refusal?>(async context =>
    {
        var started = await context.SendingStatus.Where(s => s.StoppedAt != null).ExecuteUpdateAsync(row => row
            .SetProperty(s => s.StoppedAt, (DateTime?)null)
            .SetProperty(s => s.StoppedBy, (string?)null)
            .SetProperty(s => s.StoppedWhy, (string?)null));
        return started == 0 ? null : await NoteAsync(context, who, "stopped", On);
    });

    /// <summary>Lets texts go on though there were many within the hour; from here on they are counted anew.</summary>
    public Task<Refusal?> LetGoOnAsync(string who) => RunAsync<Refusal?>(async context =>
    {
        var now = clock.UtcNow();
        var letGo = await context.SendingStatus.Where(s => s.TooManyAt != null).ExecuteUpdateAsync(row => row
            .SetProperty(s => s.TooManyAt, (DateTime?)null)
            .SetProperty(s => s.CountedFrom, now)
            .SetProperty(s => s.SentInHour, 0));
        return letGo == 0 ? null : await NoteAsync(context, who, "paused: too many within an hour", On);
    });

    /// <summary>Lets go what came due while nobody looked, as far as it still is of use.</summary>
    public Task<Refusal?> SendOverdueAsync(string who) => RunAsync(async context =>
        await WelcomeBackAsync(context) ? await NoteAsync(context, who, "overdue texts wait", "they go") : null);

    /// <summary>Leaves out what came due while nobody looked: each is shown as not sent, and why.</summary>
    public Task<Refusal?> LeaveOutOverdueAsync(string who) => RunAsync<Refusal?>(async context =>
    {
        if ((await context.SendingStatus.AsNoTracking().SingleAsync()).OverdueUntil is not { } until)
        {
            return null;
        }

        var overdue = context.Messages.Where(m => m.State == MessageState.Pending && m.Due <= until);
        var times = await overdue.Select(m => m.StartsAt).Distinct().ToListAsync();
        await context.ChangeDatesAsync(times.Select(DateOnly.FromDateTime), CancellationToken.None);
        await overdue.ExecuteUpdateAsync(row => row
            .SetProperty(m => m.State, MessageState.Skipped)
            .SetProperty(m => m.Why, WhyNotSent.DecidedAgainst)
            .SetProperty(m => m.Due, (DateTime?)null)
            .SetProperty(m => m.Revision, m => m.Revision + 1));
        return await WelcomeBackAsync(context) ? await NoteAsync(context, who, "overdue texts wait", "they are left out") : null;
    });

    private static async Task<bool> WelcomeBackAsync(BookingDbContext context) =>
        await context.SendingStatus.Where(s => s.OverdueUntil != null).ExecuteUpdateAsync(row => row
            .SetProperty(s => s.OverdueUntil, (DateTime?)null)
            .SetProperty(s => s.AwaySince, (DateTime?)null)
            .SetProperty(s => s.SentElsewhere, false)) > 0;

    private async Task<Refusal?> NoteAsync(BookingDbContext context, string who, string from, string to)
    {
        context.Add(new SettingChange { At = clock.UtcNow(), Who = who, What = Sending, From = from, To = to });
        await context.SaveChangesAsync();
        return null;
    }

    private static readonly Refusal AlreadyStopped = new("Somebody has stopped all texts already.");
}
