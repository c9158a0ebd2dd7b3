using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>Lets a change of the reminder's lead time reach the appointments that are booked already.</summary>
public sealed class ReminderPlanning(
    IDbContextFactory<BookingDbContext> contexts, Transactions transactions, ClinicSetup setup, TimeProvider clock)
{
    private const int AtATime = 200;

    // So that a sweep asks about it only when the setting has changed, and once after the start.
    private int? _followed;

    public async Task FollowSettingAsync(CancellationToken stop)
    {
        await using var context = await contexts.CreateDbContextAsync(stop);
        var hours = (await setup.ReadAsync(context, stop)).Rules.ReminderHours;
        if (hours == _followed)
        {
            return;
        }

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

        _followed = hours;
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
