using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>A block has those of its ticks that nobody else has, and gets the others as soon as they are given back.</summary>
internal static class BlockClaims
{
    /// <summary>Lets blocks have what others have just given back.</summary>
    public static async Task FillBlocksAsync(
        this BookingDbContext context, IEnumerable<DiaryClaim> given, DateTime utcNow, CancellationToken cancellation)
    {
        var runs = given.Where(c => c.Lane == 0 && Resource.Of(c.Resource).Kind == ResourceKind.Practitioner)
            .GroupBy(c => (c.Resource, c.Owner))
            .Select(run => (Resource.Of(run.Key.Resource).Id, First: run.Min(c => c.Tick), End: run.Max(c => c.Tick) + 1))
            .ToList();
        foreach (var (practitioner, first, end) in runs)
        {
            await context.FillBlocksAsync(practitioner, first, end, utcNow, cancellation);
        }
    }

    /// <summary>Lets this block, and others in its time, have what is nobody's.</summary>
    public static Task FillBlocksAsync(
        this BookingDbContext context, Block block, DateTime utcNow, CancellationToken cancellation) =>
        context.FillBlocksAsync(block.PractitionerId, block.Slot.FirstTick, block.Slot.EndTick, utcNow, cancellation);

    private static async Task FillBlocksAsync(
        this BookingDbContext context, int practitioner, int first, int end, DateTime utcNow, CancellationToken cancellation)
    {
        var (from, until) = (Slot.TimeOf(first), Slot.TimeOf(end));
        var blocks = await context.Blocks.AsNoTracking()
            .Where(b => b.PractitionerId == practitioner && b.RemovedAt == null && b.Until > from && b.From < until)
            .OrderBy(b => b.Id)
            .ToListAsync(cancellation);
        if (blocks.Count == 0)
        {
            return;
        }

        var resource = Resource.Practitioner(practitioner).Key;
        var taken = await context.DiaryClaims
            .Where(c => c.Resource == resource && c.Lane == 0 && c.Tick >= first && c.Tick < end)
            .Where(c => c.Expires == null || c.Expires > utcNow)
            .Select(c => c.Tick)
            .ToHashSetAsync(cancellation);
        var free = blocks.SelectMany(block => block.Claims()).Where(c => c.Tick >= first && c.Tick < end && taken.Add(c.Tick));
        await context.TakeAsync(free, utcNow, cancellation);
    }
}
