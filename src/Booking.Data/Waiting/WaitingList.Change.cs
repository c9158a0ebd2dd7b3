using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class WaitingList
{
    private static readonly Refusal NoLongerWaiting = new("This place on the waiting list has ended. Join again, or ring us.");

    private static readonly Refusal ChangedMeanwhile = new(
        "Somebody else has changed these wishes since you opened this page. Look at them again before you save yours.");

    /// <summary>Writes down other wishes; or says why not.</summary>
    /// <param name="seen">The version that whoever changes them has seen.</param>
    public Task<Refusal?> ChangeAsync(int id, int seen, Wishes wishes, string who, CancellationToken cancellation) => TryAsync(
        async context =>
        {
            await context.TakeTurnsAsync([id], cancellation);
            var entry = await context.WaitingEntries.SingleAsync(e => e.Id == id, cancellation);
            if (!entry.IsWaiting || entry.Version != seen)
            {
                return entry.IsWaiting ? ChangedMeanwhile : NoLongerWaiting;
            }

            entry.Change(wishes, Sign(who));
            await context.SaveChangesAsync(cancellation);
            return null;
        },
        cancellation);

    /// <summary>Takes somebody off the list, and takes back what is being offered to them. Done twice it is done.</summary>
    /// <param name="reason">As it stands in the history.</param>
    public Task EndAsync(int id, string reason, string who, CancellationToken cancellation) => TryAsync(
        async context =>
        {
            var entry = await InTurnAsync(context, id, cancellation);
            if (entry.IsWaiting)
            {
                entry.End(reason, Sign(who));
                await AnswerAsync(context, entry.Asked, OfferState.Withdrawn, cancellation);
            }

            return null;
        },
        cancellation);

    /// <summary>Takes down that they do not want this time; they stay on the list.</summary>
    public Task DeclineAsync(int offerId, CancellationToken cancellation) => TryAsync(
        async context =>
        {
            var id = await context.Offers.Where(o => o.Id == offerId).Select(o => o.EntryId).SingleAsync(cancellation);
            var entry = await InTurnAsync(context, id, cancellation);
            var offer = entry.Offers.Single(o => o.Id == offerId);
            await AnswerAsync(context, offer.IsOpen(clock.UtcNow()) ? offer : null, OfferState.Declined, cancellation);
            return null;
        },
        cancellation);

    private Task<Refusal?> TryAsync(Func<BookingDbContext, Task<Refusal?>> once, CancellationToken cancellation) =>
        desk.TryAsync(once, cancellation);

    // With what is being offered, in a transaction that may give its time back.
    private static async Task<WaitingEntry> InTurnAsync(BookingDbContext context, int id, CancellationToken cancellation)
    {
        var dates = await context.Offers.Where(o => o.EntryId == id && o.State == OfferState.Open).Select(o => o.Date)
            .ToListAsync(cancellation);
        await context.ChangeDatesAsync(dates, cancellation);
        await context.TakeTurnsAsync([id], cancellation);
        return await context.WaitingEntries.AsSplitQuery().Include(e => e.Links).Include(e => e.Offers).ThenInclude(o => o.Message).SingleAsync(e => e.Id == id, cancellation);
    }

    // When the last of those who were asked has said no, the time is free at once.
    private async Task AnswerAsync(BookingDbContext context, Offer? offer, OfferState state, CancellationToken cancellation)
    {
        offer?.Become(state);
        await context.SaveChangesAsync(cancellation);
        if (offer is not null)
        {
            await context.LetGoUnlessAskedAsync(offer, clock.UtcNow(), cancellation);
        }
    }
}
