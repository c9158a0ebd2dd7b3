using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>What a link of the waiting list leads to.</summary>
/// <param name="Offer">The offer that the text with this link told of; null for a link to the place itself.</param>
public sealed record WaitingPlace(WaitingEntry Entry, Offer? Offer);

public sealed partial class WaitingList
{
    private static readonly TimeSpan LinksLast = TimeSpan.FromDays(30);

    /// <summary>What this reference leads to; null if it is none of ours, or if all was over a month ago.</summary>
    public async Task<WaitingPlace?> PlaceAsync(Reference reference, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.WaitingLinks.AsNoTracking().SingleOrDefaultAsync(l => l.Hash == reference.Hash, cancellation) is not { } link)
        {
            return null;
        }

        var entries = Whole(context).AsNoTracking();
        var entry = link.EntryId is { } id
            ? await entries.SingleOrDefaultAsync(e => e.Id == id, cancellation)
            : await entries.SingleOrDefaultAsync(e => e.Offers.Any(offer => offer.MessageId == link.MessageId), cancellation);
        return entry is null || entry.EndedAt < clock.UtcNow() - LinksLast
            ? null
            : new WaitingPlace(entry, entry.Offers.Find(offer => offer.MessageId == link.MessageId));
    }
}
