using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>Lets a change of the reminder's lead time reach the appointments that are booked already.</summary>
public sealed class ReminderPlanning(
    IDbContextFactory<BookingDbContext> contexts, Transactions transactions, ClinicSetup setup, TimeProvider clock)
{
    private const int AtATime = 200;

    // So that a sweep asks about it only when the set-up has changed, and once after the start.
    private long? _followed;

    /// <summary>False when there was nothing to follow.</summary>
    /// <param name="setUp">The revision of the set-up that is in force.</param>
    public async Task<bool> FollowSettingAsync(long setUp, CancellationToken stop)
    {
        if (setUp == _followed)
        {
            return false;
        }

        await using var context = await contexts.CreateDbContextAsync(stop);
        var hours = (await setup.ReadAsync(context, stop)).Rules.ReminderHours;
        var now = clock.Now();
        var others = await context.Messages
            .Where(m => m.Kind == MessageKind.Reminder && m.HoursBefore != hours && m.StartsAt > now)
            .Where(m => m.State == MessageState.Pending || (m.State == MessageState.Skipped && m.Why == WhyNotSent.JustBooked))
            .Select(m => m.Id)
            .ToListAsync(stop);
        foreach (var ids in others.Chunk(AtATime))
        {
            await transactions.RunAsync(write => ReplanAsync(write, ids, hours), stop);
        }

        _followed = setUp;
        return others.Count > 0;
    }

    private async Task<int> ReplanAsync(BookingDbContext context, int[] ids, int hours)
    {
        foreach (var message in await context.Messages.Where(m => ids.Contains(m.Id)).ToListAsync())
        {
            message.Replan(hours, clock.UtcNow());
        }

        return await context.SaveChangesAsync();
    }
}
