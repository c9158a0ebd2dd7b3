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
        foreach (var (_, resources, first, last) in Runs(wanted))
        {
            await context.DiaryClaims
                .Where(c => resources.Contains(c.Resource) && c.Tick >= first && c.Tick <= last && c.Expires <= utcNow)
                .ExecuteDeleteAsync(cancellation);
        }

        await context.WriteAsync(wanted, cancellation);
    }

    /// <summary>
    /// Takes an appointment's claims where its hold has them: they pass from one to the other, and only the patient's are new.
    /// Of a hold that no longer has all of them, they are given back and taken like anybody's.
    /// </summary>
    /// <exception cref="DbUpdateException">A tick is another's, as above.</exception>
    public static async Task TakeOverAsync(
        this BookingDbContext context, Hold hold, Appointment appointment, DateTime utcNow, CancellationToken cancellation)
    {
        var (held, wanted) = (hold.Claims().ToList(), appointment.Claims().ToList());
        if (await context.PassOnAsync(held, ClaimOwner.Of(appointment).Key, utcNow, cancellation))
        {
            var resources = held.Select(claim => claim.Resource).ToHashSet();
            await context.WriteAsync(wanted.Where(claim => !resources.Contains(claim.Resource)), cancellation);
            return;
        }

        await context.ReleaseAsync(held, cancellation);
        await context.ReleaseAsync(wanted, cancellation);
        await context.TakeAsync(wanted, utcNow, cancellation);
    }

    public static async Task ReleaseAsync(
        this BookingDbContext context, IEnumerable<DiaryClaim> claims, CancellationToken cancellation)
    {
        foreach (var (owner, resources, first, last) in Runs(claims))
        {
            await context.DiaryClaims
                .Where(c => resources.Contains(c.Resource) && c.Tick >= first && c.Tick <= last && c.Owner == owner)
                .ExecuteDeleteAsync(cancellation);
        }
    }

    // Whether all of them were there and live: then they are the new owner's now, and do not lapse.
    private static async Task<bool> PassOnAsync(
        this BookingDbContext context, List<DiaryClaim> claims, long newOwner, DateTime utcNow, CancellationToken cancellation)
    {
        var passed = 0;
        foreach (var (owner, resources, first, last) in Runs(claims))
        {
            passed += await context.DiaryClaims
                .Where(c => resources.Contains(c.Resource) && c.Tick >= first && c.Tick <= last
                    && c.Owner == owner && c.Expires > utcNow)
                .ExecuteUpdateAsync(
                    row => row.SetProperty(c => c.Owner, newOwner).SetProperty(c => c.Expires, (DateTime?)null), cancellation);
        }

        return passed == claims.Count;
    }

    private static Task<int> WriteAsync(
        this BookingDbContext context, IEnumerable<DiaryClaim> claims, CancellationToken cancellation)
    {
        context.DiaryClaims.AddRange(claims);
        return context.SaveChangesAsync(cancellation);
    }

    // One owner's claims lie side by side, the patient's beside the practitioner's: their ticks are one stretch.
    private static IEnumerable<(long Owner, List<long> Resources, int First, int Last)> Runs(IEnumerable<DiaryClaim> claims) =>
        claims.GroupBy(claim => claim.Owner).Select(run => (
            run.Key,
            run.Select(claim => claim.Resource).Distinct().ToList(),
            run.Min(claim => claim.Tick),
            run.Max(claim => claim.Tick)));
}
