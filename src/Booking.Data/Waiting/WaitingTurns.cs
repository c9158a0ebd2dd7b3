using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>How those who change what hangs on places of the waiting list keep out of each other's way.</summary>
internal static class WaitingTurns
{
    /// <summary>They go one after the other: each writes the rows of the places first.</summary>
    public static Task<int> TakeTurnsAsync(
        this BookingDbContext context, IReadOnlyList<int> entries, CancellationToken cancellation) =>
        context.WaitingEntries.Where(e => entries.Contains(e.Id))
            .ExecuteUpdateAsync(row => row.SetProperty(e => e.JoinedAt, e => e.JoinedAt), cancellation);

    /// <summary>The time of an offer that has ended is free at once when nobody else is being asked about it.</summary>
    public static async Task LetGoUnlessAskedAsync(
        this BookingDbContext context, Offer offer, DateTime utcNow, CancellationToken cancellation)
    {
        if (!await context.Offers.AnyAsync(o => o.HoldId == offer.HoldId && o.State == OfferState.Open, cancellation))
        {
            var held = await context.Holds.AsNoTracking().Where(hold => hold.Id == offer.HoldId).ToListAsync(cancellation);
            await Diary.LetGoAsync(context, held, utcNow, cancellation);
        }
    }
}
