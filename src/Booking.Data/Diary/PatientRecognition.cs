using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>Tells whether somebody who books is known, by telephone and folded full name together.</summary>
internal static class PatientRecognition
{
    private static readonly Func<BookingDbContext, byte[], IAsyncEnumerable<Patient>> Alike = EF.CompileAsyncQuery(
        (BookingDbContext context, byte[] key) => context.Patients.Where(patient => patient.Recognition == key));

    private static readonly Func<BookingDbContext, string, DateOnly, DateTime, CancellationToken, Task<int>> Open =
        EF.CompileAsyncQuery(
            (BookingDbContext context, string telephone, DateOnly today, DateTime dayAgo, CancellationToken _) =>
                context.Appointments.Count(a => a.Patient.Telephone == telephone
                    && ((a.Status != AppointmentStatus.Cancelled && a.Date >= today) || a.BookedAt > dayAgo)));

    /// <summary>
    /// The one patient who matches; a new one if nobody does, or if several do and nothing tells them apart. Two records that
    /// were found to be one person's are one.
    /// </summary>
    public static async Task<Patient> RecogniseAsync(
        this BookingDbContext context, PatientDetails details, DateTime utcNow, CancellationToken cancellation)
    {
        while (true)
        {
            var alike = await context.AlikeAsync(details.Name, details.Telephone, cancellation);
            var people = new List<Patient>();
            foreach (var record in alike)
            {
                people.Add(await context.InUseAsync(record, cancellation));
            }

            if (people.DistinctBy(patient => patient.Id).Where(patient => patient.MayBeBorn(details.Born)).ToList() is not [var known])
            {
                return Patient.New(details.ToContact(), NextNamesake(alike), utcNow);
            }

            if (await context.IsInUseAsync(known, cancellation))
            {
                return known;
            }
        }
    }

    /// <summary>The patient of this number, or of the record into which theirs has gone; null for none.</summary>
    public static async Task<Patient?> KnownAsync(this BookingDbContext context, int? id, CancellationToken cancellation)
    {
        while (await context.Patients.SingleOrDefaultAsync(patient => patient.Id == id, cancellation) is { } record)
        {
            var known = await context.InUseAsync(record, cancellation);
            if (await context.IsInUseAsync(known, cancellation))
            {
                return known;
            }
        }

        return null;
    }

    /// <summary>The number by which somebody of this name and telephone is told from the others; their own stays.</summary>
    public static async Task<int> NamesakeAsync(
        this BookingDbContext context, ContactDetails details, Patient? own, CancellationToken cancellation)
    {
        var alike = await context.AlikeAsync(details.Name, details.Telephone, cancellation);
        return alike.Exists(patient => patient.Id == own?.Id) ? own!.Namesake : NextNamesake(alike);
    }

    private static async Task<List<Patient>> AlikeAsync(
        this BookingDbContext context, PersonName name, Telephone telephone, CancellationToken cancellation)
    {
        var key = Patient.RecognisedBy(name, telephone);
        return await Alike(context, key).ToListAsync(cancellation);
    }

    private static int NextNamesake(List<Patient> alike) => alike.Count == 0 ? 0 : alike.Max(patient => patient.Namesake) + 1;

    private static async Task<Patient> InUseAsync(
        this BookingDbContext context, Patient patient, CancellationToken cancellation)
    {
        while (patient.MergedIntoId is { } other)
        {
            patient = await context.Patients.SingleAsync(kept => kept.Id == other, cancellation);
        }

        return patient;
    }

    // Writing the row makes whoever joins this record with another at the same moment wait, or shows that they were first.
    private static async Task<bool> IsInUseAsync(
        this BookingDbContext context, Patient patient, CancellationToken cancellation) =>
        await context.Patients.Where(p => p.Id == patient.Id && p.MergedIntoId == null)
            .ExecuteUpdateAsync(row => row.SetProperty(p => p.Namesake, p => p.Namesake), cancellation) > 0;

    /// <summary>Whether a telephone has its fill: of appointments to come, or of bookings, cancelled ones too, within a day.</summary>
    public static async Task<bool> HasTooManyOpenAsync(
        this BookingDbContext context, Patient patient, BookingRules rules, DateTime utcNow, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(ClinicTime.ToWall(utcNow));
        var dayAgo = utcNow.AddDays(-1);
        var open = await Open(context, patient.Telephone, today, dayAgo, cancellation);
        return open >= rules.OpenBookingsPerTelephone;
    }
}
