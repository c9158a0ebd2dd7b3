using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>Finds out what became of the texts whose sender died or whose answer was lost. It never sends.</summary>
public sealed class LostTexts(
    IDbContextFactory<BookingDbContext> contexts,
    Transactions transactions,
    DeliveryNews news,
    TimeProvider clock,
    ISendTexts? texts = null)
{
    private static readonly TimeSpan BeforeReadingAgain = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Lately = TimeSpan.FromDays(1);

    /// <summary>One that was in hand for too long may have gone: from now on it is looked for.</summary>
    public Task EndLeaseAsync(int id) => ChangeAsync(id, message => message.LeaseEnds(clock.UtcNow()));

    /// <summary>Looks for one in the provider's list.</summary>
    public async Task LookAsync(int id)
    {
        if (texts is null || await LostAsync(id) is not { BodyHash: { } hash, To: { } to, TriedAt: { } tried } message)
        {
            return;
        }

        // A clock that was ahead wrote down a time that is still to come: the text may have gone at any time of late.
        var now = clock.UtcNow();
        var search = await texts.FindAsync(new LostText(to, hash, tried <= now ? tried : now - Lately));
        if (search.Found is { } report)
        {
            await news.HearAsync(message.Ticket!, report);
            return;
        }

        // Another node may have looked meanwhile: one look must not count as two.
        await ChangeAsync(id, fresh =>
        {
            if (fresh.Revision != message.Revision)
            {
                return;
            }

            if (search.Read)
            {
                fresh.NotFound(clock.UtcNow());
            }
            else
            {
                fresh.LookLater(clock.UtcNow() + BeforeReadingAgain);
            }
        });
    }

    private async Task<Message?> LostAsync(int id)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await context.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.State == MessageState.Unknown);
    }

    private async Task ChangeAsync(int id, Action<Message> change)
    {
        try
        {
            await transactions.RunAsync(
                async context =>
                {
                    change(await context.Messages.SingleAsync(m => m.Id == id));
                    return await context.SaveChangesAsync();
                },
                CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Something became known about it just now; if there is more to do, it is still due.
        }
    }
}
