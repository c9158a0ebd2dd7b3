using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class Patients
{
    /// <summary>As many as anybody reads through; who looks for another types more.</summary>
    public const int MostFound = 20;

    /// <summary>Those who match: first whoever is called just what was typed, then whoever was here last.</summary>
    public async Task<IReadOnlyList<FoundPatient>> FindAsync(PatientSearch search, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Database.OpenConnectionAsync(cancellation); // once for both
        var name = string.Join(' ', search.Words);
        var found = await Matching(context, search)
            .OrderByDescending(p => p.FoldedName == name)
            .ThenByDescending(p => context.Appointments.Where(a => a.PatientId == p.Id).Max(a => (DateOnly?)a.Date))
            .ThenBy(p => p.FoldedName).ThenBy(p => p.Id)
            .Take(MostFound)
            .ToListAsync(cancellation);
        return await WithVisitsAsync(context, found, cancellation);
    }

    /// <summary>Who match, of the records in use.</summary>
    internal static IQueryable<Patient> Matching(BookingDbContext context, PatientSearch search)
    {
        var patients = InUse(context);
        patients = search.Born is { } born
            ? patients.Where(p => p.DateOfBirth == born)
            : Beginning(context, patients, search.Words[0]);
        return search.Words.Skip(search.Born is null ? 1 : 0)
            .Aggregate(patients, (some, word) => some.Where(
                p => context.PatientWords.Any(w => w.PatientId == p.Id && w.Word.StartsWith(word))));
    }

    // The longest word leads: its first letters are the index's.
    private static IQueryable<Patient> Beginning(BookingDbContext context, IQueryable<Patient> patients, string word)
    {
        var key = PatientWord.KeyOf(word);
        return patients.Where(p => context.PatientWords
            .Where(w => w.Key == key && w.Word.StartsWith(word))
            .Select(w => w.PatientId)
            .Contains(p.Id));
    }

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
