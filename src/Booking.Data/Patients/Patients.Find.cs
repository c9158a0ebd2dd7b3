using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class Patients
{
    /// <summary>As many as anybody reads through; who looks for another types more.</summary>
    public const int MostFound = 20;

    // When more match than this, nobody will read on to the right one: they type more, and until then the newest records do.
    private const int MostWeighed = 1000;

    /// <summary>Those who match: first whoever is called just what was typed, then whoever was here last.</summary>
    public async Task<IReadOnlyList<FoundPatient>> FindAsync(PatientSearch search, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Database.OpenConnectionAsync(cancellation); // once for both
        var name = string.Join(' ', search.Words);
        var found = await Matching(context, search)
            .OrderByDescending(p => p.Id).Take(MostWeighed)
            .OrderByDescending(p => p.FoldedName == name)
            .ThenByDescending(p => context.Appointments.Where(a => a.PatientId == p.Id).Max(a => (DateOnly?)a.Date))
            .ThenBy(p => p.FoldedName).ThenBy(p => p.Id)
            .Take(MostFound)
            .ToListAsync(cancellation);
        return await WithVisitsAsync(context, found, cancellation);
    }

    /// <summary>Why the network takes no texts for this telephone, or null if nothing is known against it.</summary>
    public async Task<WhyNotSent?> WhyRefusedAsync(string telephone, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.RefusedNumbers.Where(number => number.Telephone == telephone)
            .Select(number => (WhyNotSent?)number.Why).SingleOrDefaultAsync(cancellation);
    }

    private static IQueryable<Patient> Matching(BookingDbContext context, PatientSearch search)
    {
        var patients = search.Born is { } born ? InUse(context).Where(p => p.DateOfBirth == born) : InUse(context);
        return search.Words.Aggregate(
            patients, (some, word) => PatientWord.HasKey(word) ? Beginning(context, some, word) : Narrowed(context, some, word));
    }

    private static IQueryable<Patient> Beginning(BookingDbContext context, IQueryable<Patient> patients, string word)
    {
        var key = PatientWord.KeyOf(word);
        return patients.Where(p => context.PatientWords
            .Where(w => w.Key == key && w.Word.StartsWith(word))
            .Select(w => w.PatientId)
            .Contains(p.Id));
    }

    // A single letter begins too many words to start from: it only tells apart those whom the rest has found.
    private static IQueryable<Patient> Narrowed(BookingDbContext context, IQueryable<Patient> patients, string word) =>
        patients.Where(p => context.PatientWords.Any(w => w.PatientId == p.Id && w.Word.StartsWith(word)));

    private static IQueryable<Patient> InUse(BookingDbContext context) =>
        context.Patients.AsNoTracking().Where(p => p.MergedIntoId == null);

    private async Task<IReadOnlyList<FoundPatient>> WithVisitsAsync(
        BookingDbContext context, List<Patient> found, CancellationToken cancellation)
    {
        var (now, ids) = (clock.Now(), found.ConvertAll(patient => patient.Id));
        var visits = await context.Appointments.AsNoTracking()
            .Include(a => a.Treatment)
            .Include(a => a.Practitioner)
            .Where(a => ids.Contains(a.PatientId) && a.Status != AppointmentStatus.Cancelled)
            .ToListAsync(cancellation);
        var theirs = visits.ToLookup(a => a.PatientId);
        return found.ConvertAll(patient => new FoundPatient(
            patient,
            theirs[patient.Id].Where(a => a.StartsAt <= now).MaxBy(a => a.StartsAt),
            theirs[patient.Id].Where(a => a.StartsAt > now).MinBy(a => a.StartsAt)));
    }
}
