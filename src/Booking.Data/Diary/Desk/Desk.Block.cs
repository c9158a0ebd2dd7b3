using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class Desk
{
    /// <summary>Takes time out of the diary where no appointment is in the way; or says why not.</summary>
    /// <param name="series">A new number, by which it can be undone; asked again with the same one, it is there already.</param>
    public Task<Refusal?> BlockAsync(TimeOff off, Guid series, string who, CancellationToken cancellation) =>
        TakeLeaveAsync(off, [], series, who, cancellation);

    /// <summary>Gives blocked time back; or says why not.</summary>
    /// <param name="rest">All of its series from this one on.</param>
    public Task<Refusal?> UnblockAsync(int id, bool rest, string who, CancellationToken cancellation) => TryAsync(
        async context =>
        {
            if (await context.Blocks.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id && b.RemovedAt == null, cancellation)
                is not { } first)
            {
                return Refusal.NoSuchBlock;
            }

            var whole = rest && first.Series != Guid.Empty;
            return await RemoveAsync(
                context,
                context.Blocks.Where(b => b.Id == id || (whole && b.Series == first.Series && b.From >= first.From)),
                Sign(who),
                cancellation)
                ? null
                : Refusal.NoSuchBlock;
        },
        cancellation);

    /// <summary>Takes back a removal, of all that went with this block; or says why not.</summary>
    /// <returns>Who stands in the middle of it, booked meanwhile or left there before.</returns>
    public async Task<(IReadOnlyList<Appointment> Left, Refusal? Refusal)> PutBackAsync(int id, CancellationToken cancellation)
    {
        IReadOnlyList<Appointment> left = [];
        var refusal = await TryAsync(
            async context =>
            {
                if (await context.Blocks.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id && b.RemovedAt != null, cancellation)
                    is not { } first)
                {
                    return Refusal.NothingToUndo;
                }

                var (removedAt, series) = (first.RemovedAt, first.Series);
                var which = context.Blocks.Where(b => b.RemovedAt == removedAt && (b.Id == id || (series != Guid.Empty && b.Series == series)));
                var dates = (await which.AsNoTracking().ToListAsync(cancellation)).SelectMany(block => block.Dates);
                await context.ChangeDatesAsync(dates, cancellation);
                var blocks = await which.OrderBy(block => block.Id).ToListAsync(cancellation);
                blocks.ForEach(block => block.PutBack());
                await context.SaveChangesAsync(cancellation);
                await LetHoldsGoAsync(context, blocks, clock.UtcNow(), cancellation);
                foreach (var block in blocks)
                {
                    await context.FillBlocksAsync(block, clock.UtcNow(), cancellation);
                }

                left = await LeftInAsync(context, blocks, cancellation);
                return blocks.Count > 0 ? null : Refusal.NothingToUndo;
            },
            cancellation);
        return (left, refusal);
    }

    /// <summary>In whose columns this block stands or stood, and those of its series from it on.</summary>
    public async Task<IReadOnlyList<int>> WhoseAsync(int id, bool rest, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Blocks
            .Where(b => b.Id == id || (rest && context.Blocks.Any(
                first => first.Id == id && first.Series != Guid.Empty && first.Series == b.Series && b.From >= first.From)))
            .Select(b => b.PractitionerId)
            .Distinct()
            .ToListAsync(cancellation);
    }

    // Looked for a second time once nobody else can change their dates: of two who remove one, the second finds nothing.
    private static async Task<bool> RemoveAsync(
        BookingDbContext context, IQueryable<Block> which, Signature by, CancellationToken cancellation)
    {
        var standing = which.Where(block => block.RemovedAt == null).OrderBy(block => block.Id);
        var dates = (await standing.AsNoTracking().ToListAsync(cancellation)).SelectMany(block => block.Dates);
        await context.ChangeDatesAsync(dates, cancellation);
        var blocks = await standing.ToListAsync(cancellation);
        blocks.ForEach(block => block.Remove(by));
        await context.SaveChangesAsync(cancellation);
        await context.ReleaseAsync(blocks.SelectMany(block => block.Claims()), cancellation);
        foreach (var block in blocks)
        {
            await context.FillBlocksAsync(block, by.At, cancellation);
        }

        return blocks.Count > 0;
    }
}
