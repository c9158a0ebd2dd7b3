using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>A record as somebody has seen it.</summary>
public readonly record struct SeenPatient(int Id, int Version);

public sealed partial class Patients
{
    private const string WentOver = "Moved to another record of the same patient";
    private const string CameBack = "Moved back to the patient's own record";

    /// <summary>
    /// Makes one of two records of a person: the appointments go over, with the times that they take of the patient. Or says
    /// why not. In one transaction.
    /// </summary>
    /// <param name="details">What the kept record is to say.</param>
    public Task<Refusal?> MergeAsync(
        SeenPatient kept, SeenPatient away, ContactDetails details, string who, CancellationToken cancellation) =>
        JoinAsync(context => MergeAsync(context, kept, away, details, who, cancellation), cancellation);

    /// <summary>Makes two of them again: what went over goes back. Or says why not.</summary>
    public Task<Refusal?> UndoMergeAsync(int mergeId, string who, CancellationToken cancellation) =>
        JoinAsync(context => UndoMergeAsync(context, mergeId, who, cancellation), cancellation);

    /// <summary>The merges in which this record was kept or went away, those that still hold, the latest first.</summary>
    public async Task<IReadOnlyList<PatientMerge>> MergesAsync(int id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.PatientMerges.AsNoTracking()
            .Include(m => m.Away).Include(m => m.Kept)
            .Where(m => (m.KeptId == id || m.AwayId == id) && m.UndoneAt == null)
            .OrderByDescending(m => m.Id)
            .ToListAsync(cancellation);
    }

    private async Task<Refusal?> JoinAsync(Func<BookingDbContext, Task<Refusal?>> work, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await InTurnAsync(work, cancellation);
            }
            catch (DbUpdateException e) when (attempt < MostTries && e.IsDuplicateIn(nameof(BookingDbContext.DiaryClaims)))
            {
                // One of them has just booked: the next look finds what clashes.
            }
            catch (DbUpdateConcurrencyException)
            {
                return ChangedMeanwhile;
            }
        }
    }

    private async Task<Refusal?> MergeAsync(
        BookingDbContext context, SeenPatient seenKept, SeenPatient seenAway, ContactDetails details, string who, CancellationToken cancellation)
    {
        await context.ChangeDatesOfAsync([seenKept.Id, seenAway.Id], cancellation);
        var (now, utcNow) = (clock.Now(), clock.UtcNow());
        var kept = await context.Patients.Include(p => p.Words).SingleAsync(p => p.Id == seenKept.Id, cancellation);
        var away = await context.Patients.SingleAsync(p => p.Id == seenAway.Id, cancellation);
        var moving = await Theirs(context, away.Id).ToListAsync(cancellation);
        var staying = await Theirs(context, kept.Id).ToListAsync(cancellation);
        if (PatientMerge.WhyNot(kept, away, staying, moving, now) is { } refusal)
        {
            return refusal;
        }

        if (kept.Version != seenKept.Version || away.Version != seenAway.Version)
        {
            return ChangedMeanwhile;
        }

        var namesake = await context.NamesakeAsync(details, kept, cancellation);
        var merge = PatientMerge.Of(kept, away, details, namesake, moving.Select(a => a.Id), who, utcNow);
        context.Add(merge);
        await context.SaveChangesAsync(cancellation);
        await TakeAlongPlacesAsync(context, merge, new Signature(who, utcNow), cancellation);
        await MoveAsync(context, moving, kept.Id, WentOver, who, utcNow, cancellation);
        return null;
    }

    private async Task<Refusal?> UndoMergeAsync(BookingDbContext context, int id, string who, CancellationToken cancellation)
    {
        var merge = await context.PatientMerges.Include(m => m.Kept.Words).Include(m => m.Away)
            .SingleAsync(m => m.Id == id, cancellation);
        if (merge.WhyNotUndo() is { } refusal)
        {
            return refusal;
        }

        await context.ChangeDatesOfAsync([merge.KeptId, merge.AwayId], cancellation);
        var utcNow = clock.UtcNow();
        await BringBackPlacesAsync(context, merge, new Signature(who, utcNow), cancellation);
        merge.Undo(await context.NamesakeAsync(merge.Restored, merge.Kept, cancellation), who, utcNow);
        await context.SaveChangesAsync(cancellation);
        var all = await Theirs(context, merge.KeptId).ToListAsync(cancellation);
        await MoveAsync(context, all.FindAll(a => merge.Moved.Contains(a.Id)), merge.AwayId, CameBack, who, utcNow, cancellation);
        return null;
    }

    private static async Task MoveAsync(
        BookingDbContext context, List<Appointment> moving, int to, string what, string who, DateTime utcNow, CancellationToken cancellation)
    {
        await context.ReleaseAsync(moving.SelectMany(OfThePatient), cancellation);
        foreach (var some in moving.Select(a => a.Id).Chunk(AtATime))
        {
            // Whoever has an appointment open is told that it has changed.
            await context.Appointments.Where(a => some.Contains(a.Id)).ExecuteUpdateAsync(
                row => row.SetProperty(a => a.PatientId, to).SetProperty(a => a.Version, a => a.Version + 1), cancellation);
        }

        context.AddRange(moving.Select(a => new AppointmentEvent { AppointmentId = a.Id, At = utcNow, Who = who, What = what }));
        await context.SaveChangesAsync(cancellation);
        var resource = Resource.Patient(to).Key;
        var wanted = moving.Where(a => a.Stands).SelectMany(OfThePatient)
            .Select(c => new DiaryClaim { Resource = resource, Tick = c.Tick, Owner = c.Owner }).ToList();
        var past = await PastOfAsync(context, resource, utcNow, cancellation);
        await context.TakeAsync(wanted.ExceptBy(past, claim => claim.Tick), utcNow, cancellation);
    }

    // In the past one person may have been booked twice at one time: they came once, and nobody else will take it now.
    private static async Task<List<int>> PastOfAsync(
        BookingDbContext context, long resource, DateTime utcNow, CancellationToken cancellation)
    {
        var now = ClinicTime.ToWall(utcNow);
        var tick = new Slot(DateOnly.FromDateTime(now), TimeOnly.FromDateTime(now), Minutes: 0).FirstTick;
        return await context.DiaryClaims.AsNoTracking()
            .Where(c => c.Resource == resource && c.Tick <= tick).Select(c => c.Tick).ToListAsync(cancellation);
    }

    private static IEnumerable<DiaryClaim> OfThePatient(Appointment appointment)
    {
        var resource = Resource.Patient(appointment.PatientId).Key;
        return appointment.Claims().Where(claim => claim.Resource == resource);
    }
}
