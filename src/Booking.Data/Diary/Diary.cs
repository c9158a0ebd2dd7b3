using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>The clinic's diary: opens its days, and keeps, changes and gives back what is written in it.</summary>
public sealed partial class Diary(
    IDbContextFactory<BookingDbContext> contexts, Transactions transactions, ClinicSetup setup, DiaryMemory memory, TimeProvider clock)
{
    /// <summary>The free times of these days, read in four queries at the most, whatever the history.</summary>
    /// <param name="visitor">The browser that asks: the time that it holds itself is free for it.</param>
    public async Task<Availability> OpenAsync(
        DateOnly from, int days, byte[]? visitor = null, CancellationToken cancellation = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await OpenAsync(context, from, days, visitor, clock.Now(), cancellation);
    }

    /// <summary>The clinic as set up now.</summary>
    public async Task<Clinic> ClinicAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await setup.ReadAsync(context, cancellation);
    }

    private async Task<Availability> OpenAsync(
        BookingDbContext context, DateOnly from, int days, byte[]? visitor, DateTime now, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation); // once for all four
        var revisions = await Revisions.ReadAsync(context, from, days, cancellation);
        var clinic = await setup.ReadAsync(context, revisions.SetUp, cancellation);
        var taken = await memory.ReadAsync(context, from, days, revisions, clock.UtcNow(), visitor ?? [], without: null, cancellation);
        await context.Database.CloseConnectionAsync(); // whoever goes on to write waits their turn without one
        return new Availability(clinic, taken, from, days, now);
    }
}
