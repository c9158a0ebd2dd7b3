using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>One appointment as somebody at the desk has seen it: another's change since then is not overwritten.</summary>
public readonly record struct Seen(int Id, int Version)
{
    /// <summary>How it is to be seen after one change.</summary>
    public Seen Next => this with { Version = Version + 1 };
}

/// <summary>
/// What reception, and the patient whose appointment it is, do to the diary. Each change is one transaction with its claims,
/// texts and history; the desk is told who or what is in the way.
/// </summary>
public sealed partial class Desk(
    IDbContextFactory<BookingDbContext> contexts, Transactions transactions, ClinicSetup setup, DiaryMemory memory, TimeProvider clock)
{
    private const int MostTries = 5;

    /// <summary>Whether nothing has become of it since it was seen.</summary>
    public async Task<bool> IsAsSeenAsync(Seen seen, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Appointments.AnyAsync(a => a.Id == seen.Id && a.Version == seen.Version, cancellation);
    }

    private Signature Sign(string who) => new(who, clock.UtcNow());

    private Task<Refusal?> ChangeAsync(
        Seen seen, Func<BookingDbContext, Clinic, Appointment, Task<Refusal?>> change, CancellationToken cancellation) =>
        ChangeAsync([seen], to: [], change, cancellation);

    // All of them or none; "to" are the dates to which they may go.
    private Task<Refusal?> ChangeAsync(
        IReadOnlyList<Seen> seen,
        IReadOnlyList<DateOnly> to,
        Func<BookingDbContext, Clinic, Appointment, Task<Refusal?>> change,
        CancellationToken cancellation) =>
        TryAsync(context => ChangeOnceAsync(context, seen, to, change, cancellation), cancellation);

    // What is refused leaves nothing written. A change that meets another, or a text that was just taken in hand, is made again
    // on what is there then: only a change of the same appointment is for a person to see.
    internal async Task<Refusal?> TryAsync(Func<BookingDbContext, Task<Refusal?>> once, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await transactions.RunAsync(once, keep: refusal => refusal is null, cancellation);
            }
            catch (DbUpdateConcurrencyException e) when (e.Entries.Any(entry => entry.Entity is Appointment))
            {
                return Refusal.ChangedMeanwhile;
            }
            catch (DbUpdateException e) when (attempt < MostTries && IsOvertaken(e))
            {
            }
            catch (DbUpdateException e) when (e.IsDuplicateIn(nameof(BookingDbContext.DiaryClaims)))
            {
                return Refusal.Taken;
            }
        }
    }

    private static bool IsOvertaken(DbUpdateException e) =>
        e is DbUpdateConcurrencyException || e.IsDuplicateIn(nameof(BookingDbContext.DiaryClaims));

    private async Task<Refusal?> ChangeOnceAsync(
        BookingDbContext context,
        IReadOnlyList<Seen> seen,
        IReadOnlyList<DateOnly> to,
        Func<BookingDbContext, Clinic, Appointment, Task<Refusal?>> change,
        CancellationToken cancellation)
    {
        var ids = seen.Select(one => one.Id).ToList();
        var from = await context.Appointments.Where(a => ids.Contains(a.Id)).Select(a => a.Date).ToListAsync(cancellation);
        await context.ChangeDatesAsync(from.Concat(to), cancellation);
        var appointments = await context.Appointments.AsSplitQuery()
            .Include(a => a.Patient).Include(a => a.Practitioner).Include(a => a.Treatment)
            .Include(a => a.Messages).Include(a => a.History)
            .Where(a => ids.Contains(a.Id))
            .OrderBy(a => a.Id)
            .ToListAsync(cancellation);
        if (seen.Any(one => !appointments.Exists(a => a.Id == one.Id && a.Version == one.Version)))
        {
            return Refusal.ChangedMeanwhile;
        }

        var clinic = await setup.ReadAsync(context, cancellation);
        var given = new List<DiaryClaim>();
        var moved = new List<Appointment>();
        var missed = new List<int>();
        foreach (var appointment in appointments)
        {
            var (before, claims) = (appointment.State, appointment.Claims().ToList());
            if (await change(context, clinic, appointment) is { } refusal)
            {
                return refusal;
            }

            if (!before.IsWhere(appointment.State) || before.Status == AppointmentStatus.Cancelled != !appointment.Stands)
            {
                given.AddRange(before.Status == AppointmentStatus.Cancelled ? [] : claims);
                moved.Add(appointment);
            }

            if ((before.Status == AppointmentStatus.DidNotAttend) != (appointment.Status == AppointmentStatus.DidNotAttend))
            {
                missed.Add(appointment.PatientId); // how often they did not come is said with each of their visits
            }
        }

        if (missed.Count > 0)
        {
            await context.ChangeDatesOfAsync(missed, cancellation);
        }

        var utcNow = clock.UtcNow();
        await context.SaveChangesAsync(cancellation);
        await context.ReleaseAsync(given, cancellation);
        await context.TakeAsync(moved.Where(a => a.Stands).SelectMany(a => a.Claims()), utcNow, cancellation);
        await context.FillBlocksAsync(given, utcNow, cancellation);
        return null;
    }
}
