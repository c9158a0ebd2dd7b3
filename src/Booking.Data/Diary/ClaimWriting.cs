using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>Takes claims and gives them back. Whoever wants a time first clears away what has lapsed there.</summary>
internal static class ClaimWriting
{
    /// <exception cref="DbUpdateException">A tick is another's: <see cref="DatabaseErrors.IsDuplicateIn"/> the claims.</exception>
    public static async Task TakeAsync(
        this BookingDbContext context, IEnumerable<DiaryClaim> claims, DateTime utcNow, CancellationToken cancellation)
    {
        var wanted = claims.ToList();
        foreach (var (resource, _, first, last) in Runs(wanted))
        {
            await context.DiaryClaims
                .Where(c => c.Resource == resource && c.Tick >= first && c.Tick <= last && c.Expires <= utcNow)
                .ExecuteDeleteAsync(cancellation);
        }

        context.DiaryClaims.AddRange(wanted);
        await context.SaveChangesAsync(cancellation);
    }

    public static async Task ReleaseAsync(
        this BookingDbContext context, IEnumerable<DiaryClaim> claims, CancellationToken cancellation)
    {
        foreach (var (resource, owner, first, last) in Runs(claims))
        {
            await context.DiaryClaims
                .Where(c => c.Resource == resource && c.Tick >= first && c.Tick <= last && c.Owner == owner)
                .ExecuteDeleteAsync(cancellation);
        }
    }

    private static IEnumerable<(long Resource, long Owner, int First, int Last)> Runs(IEnumerable<DiaryClaim> claims) =>
        claims.GroupBy(c => (c.Resource, c.Owner))
            .Select(run => (run.Key.Resource, run.Key.Owner, run.Min(c => c.Tick), run.Max(c => c.Tick)));
}
