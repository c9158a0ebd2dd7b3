using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>Takes claims and gives them back. Whoever wants a time first clears away what has lapsed there.</summary>
internal static class ClaimWriting
{
    // SQL Server takes 2,100 values in a statement, and SQLite looks for each among all of them.
    private const int AtOnce = 100;

    // An owner has a practitioner, a room and a patient at the most: one statement looks at all of them.
    private static readonly Func<BookingDbContext, long, long, long, int, int, DateTime, CancellationToken, Task<int>> ClearLapsed =
        EF.CompileAsyncQuery(
            (BookingDbContext context, long one, long other, long third, int first, int last, DateTime utcNow, CancellationToken _) =>
                context.DiaryClaims
                    .Where(c => (c.Resource == one || c.Resource == other || c.Resource == third)
                        && c.Tick >= first && c.Tick <= last && c.Expires <= utcNow)
                    .ExecuteDelete());

    private static readonly Func<BookingDbContext, long, int, int, long, CancellationToken, Task<int>> Release =
        EF.CompileAsyncQuery(
            (BookingDbContext context, long resource, int first, int last, long owner, CancellationToken _) =>
                context.DiaryClaims
                    .Where(c => c.Resource == resource && c.Tick >= first && c.Tick <= last && c.Owner == owner)
                    .ExecuteDelete());

    /// <exception cref="DbUpdateException">A tick is another's: <see cref="DatabaseErrors.IsDuplicateIn"/> the claims.</exception>
    public static async Task TakeAsync(
        this BookingDbContext context, IEnumerable<DiaryClaim> claims, DateTime utcNow, CancellationToken cancellation)
    {
        var wanted = claims.ToList();
        foreach (var runs in Runs(wanted).GroupBy(run => run.Owner).SelectMany(owned => owned.Chunk(3)))
        {
            await ClearLapsed(
                context,
                runs[0].Resource,
                runs[runs.Length / 2].Resource,
                runs[^1].Resource,
                runs.Min(run => run.First),
                runs.Max(run => run.Last),
                utcNow,
                cancellation);
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
        foreach (var (owner, resource, first, last) in Runs(claims))
        {
            await Release(context, resource, first, last, owner, cancellation);
        }
    }

    // Whether all of them were there and live: then they are the new owner's now, and do not lapse. A hold has its practitioner
    // and perhaps a room, the same ticks of both.
    private static async Task<bool> PassOnAsync(
        this BookingDbContext context, List<DiaryClaim> claims, long newOwner, DateTime utcNow, CancellationToken cancellation)
    {
        var (practitioner, room, owner) = (claims[0].Resource, claims[^1].Resource, claims[0].Owner);
        var (first, last) = (claims.Min(claim => claim.Tick), claims.Max(claim => claim.Tick));
        var passed = await context.DiaryClaims
            .Where(c => (c.Resource == practitioner || c.Resource == room) && c.Tick >= first && c.Tick <= last
                && c.Owner == owner && c.Expires > utcNow)
            .ExecuteUpdateAsync(
                row => row.SetProperty(c => c.Owner, newOwner).SetProperty(c => c.Expires, (DateTime?)null), cancellation);
        return passed == claims.Count;
    }

    // Many in one statement, which EF cannot say: kept row by row they would take longer than all the rest of a booking.
    private static async Task WriteAsync(
        this BookingDbContext context, IEnumerable<DiaryClaim> claims, CancellationToken cancellation)
    {
        foreach (var some in claims.Chunk(AtOnce))
        {
            var values = new List<object>();
            var rows = some.Select(c =>
                $"({Put(c.Resource)}, {Put(c.Tick)}, {Put(c.Lane)}, {Put(c.Owner)}, {(c.Expires is { } end ? Put(end) : "NULL")})");
            await context.WriteAsync(
                $"""INSERT INTO "DiaryClaims" ("Resource", "Tick", "Lane", "Owner", "Expires") VALUES {string.Join(", ", rows)}""",
                values,
                cancellation);

            string Put(object value)
            {
                values.Add(value);
                return $"{{{values.Count - 1}}}";
            }
        }
    }

    // One owner's claims of one resource lie side by side: their ticks are one stretch.
    private static IEnumerable<(long Owner, long Resource, int First, int Last)> Runs(IEnumerable<DiaryClaim> claims) =>
        claims.GroupBy(claim => (claim.Owner, claim.Resource)).Select(run => (
            run.Key.Owner,
            run.Key.Resource,
            run.Min(claim => claim.Tick),
            run.Max(claim => claim.Tick)));
}
