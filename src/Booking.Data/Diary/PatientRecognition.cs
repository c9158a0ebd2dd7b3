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

    /// <summary>The one patient who matches; a new one if nobody does, or if several do and nothing tells them apart.</summary>
    public static async Task<Patient> RecogniseAsync(
        this BookingDbContext context, PatientDetails details, DateTime utcNow, CancellationToken cancellation)
    {
        var key = Patient.RecognisedBy(details.Name, details.Telephone);
        var alike = await Alike(context, key).ToListAsync(cancellation);
        if (alike is [var known])
        {
            return known;
        }

        return Patient.New(details.Name, details.Telephone, details.Email, alike.Count, utcNow);
    }

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
