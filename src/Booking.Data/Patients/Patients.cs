using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>Everybody the clinic treats or has treated: finds them, and keeps what is known of them.</summary>
public sealed partial class Patients(
    IDbContextFactory<BookingDbContext> contexts, Transactions transactions, TimeProvider clock)
{
    private const int AtATime = 500;
    private const int MostTries = 6;

    /// <summary>One patient with the history of their record, oldest first; or null.</summary>
    public async Task<Patient?> ReadAsync(int id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Patients.AsNoTracking()
            .Include(p => p.History.OrderBy(line => line.At).ThenBy(line => line.Id))
            .SingleOrDefaultAsync(p => p.Id == id, cancellation);
    }

    /// <summary>All their appointments with their texts, cancelled ones too, the latest first.</summary>
    public async Task<IReadOnlyList<Appointment>> AppointmentsAsync(int id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await Theirs(context, id).AsSplitQuery()
            .Include(a => a.Practitioner)
            .Include(a => a.Treatment)
            .Include(a => a.Messages.OrderBy(message => message.Id))
            .OrderByDescending(a => a.Date).ThenByDescending(a => a.Start).ThenByDescending(a => a.Id)
            .ToListAsync(cancellation);
    }

    /// <summary>
    /// Gives those whom an earlier version of the site has written the words to be found by. Does nothing when there are
    /// none, and no harm when two nodes do it at once.
    /// </summary>
    public async Task MakeFindableAsync(CancellationToken cancellation)
    {
        while (await transactions.RunAsync(context => MakeSomeFindableAsync(context, cancellation), cancellation))
        {
            // So many at a time, so that nobody waits long for the others.
        }
    }

    private static async Task<bool> MakeSomeFindableAsync(BookingDbContext context, CancellationToken cancellation)
    {
        var some = await context.Patients.Include(p => p.Words)
            .Where(p => p.Version == 0).OrderBy(p => p.Id).Take(AtATime).ToListAsync(cancellation);
        some.ForEach(patient => patient.BecomeFindable());
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node has been at these: the next look finds who is left.
            return true;
        }

        return some.Count > 0;
    }

    private static IQueryable<Appointment> Theirs(BookingDbContext context, int id) =>
        context.Appointments.AsNoTracking().Where(a => a.PatientId == id);
}
