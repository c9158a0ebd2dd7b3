using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>The clinic as set up, kept in memory and read again as soon as its revision in the database is another.</summary>
public sealed class ClinicSetup
{
    private static readonly Func<BookingDbContext, CancellationToken, Task<long>> Revision = EF.CompileAsyncQuery(
        (BookingDbContext context, CancellationToken _) => context.Rules.Select(rules => rules.Revision).Single());

    private volatile Clinic? _clinic;

    public async Task<Clinic> ReadAsync(BookingDbContext context, CancellationToken cancellation) =>
        await ReadAsync(context, await Revision(context, cancellation), cancellation);

    /// <summary>The same where its revision has just been read.</summary>
    internal async Task<Clinic> ReadAsync(BookingDbContext context, long revision, CancellationToken cancellation)
    {
        var known = _clinic;
        if (known?.Rules.Revision == revision)
        {
            return known;
        }

        return _clinic = await ReadAllAsync(context, cancellation);
    }

    // The rules, and so the revision, are read first: a change in between brings a new revision and with it another reading.
    private static async Task<Clinic> ReadAllAsync(BookingDbContext context, CancellationToken cancellation) => new()
    {
        Rules = await context.Rules.AsNoTracking().SingleAsync(cancellation),
        Treatments = await context.Treatments.AsNoTracking().Include(t => t.Service)
            .OrderBy(t => t.Service.Position).ThenBy(t => t.Id).ToListAsync(cancellation),
        Practitioners = await context.Practitioners.AsNoTracking().AsSplitQuery()
            .Include(p => p.Sessions).Include(p => p.Breaks).Include(p => p.Changes).Include(p => p.Treatments)
            .OrderBy(p => p.Id).ToListAsync(cancellation),
        Rooms = await context.Rooms.AsNoTracking().OrderBy(room => room.Id).ToListAsync(cancellation),
        Closures = await context.Closures.AsNoTracking().OrderBy(closure => closure.FirstDay).ToListAsync(cancellation),
        RedFlags = await context.RedFlagWordings.AsNoTracking()
            .OrderByDescending(wording => wording.Version).FirstOrDefaultAsync(cancellation),
        Templates = await context.Templates.AsNoTracking().ToListAsync(cancellation),
    };
}
