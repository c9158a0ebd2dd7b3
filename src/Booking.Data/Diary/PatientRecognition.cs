using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>Tells whether somebody who books is known, by telephone and folded full name together.</summary>
internal static class PatientRecognition
{
    /// <summary>The one patient who matches; a new one if nobody does, or if several do and nothing tells them apart.</summary>
    public static async Task<Patient> RecogniseAsync(
        this BookingDbContext context, PatientDetails details, DateTime utcNow, CancellationToken cancellation)
    {
        var key = Patient.RecognisedBy(details.Name, details.Telephone);
        var alike = await context.Patients.Where(patient => patient.Recognition == key).ToListAsync(cancellation);
        if (alike.FindAll(patient => patient.MayBeBorn(details.Born)) is [var known])
        {
            return known;
        }

        return Patient.New(details.Name, details.Telephone, details.Email, alike.Count, utcNow, details.Born);
    }

    /// <summary>Whether a telephone has its fill: of appointments to come, or of bookings, cancelled ones too, within a day.</summary>
    public static async Task<bool> HasTooManyOpenAsync(
        this BookingDbContext context, Patient patient, BookingRules rules, DateTime utcNow, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(ClinicTime.ToWall(utcNow));
        var dayAgo = utcNow.AddDays(-1);
        var open = await context.Appointments.CountAsync(
            a => a.Patient.Telephone == patient.Telephone
                && ((a.Status != AppointmentStatus.Cancelled && a.Date >= today) || a.BookedAt > dayAgo),
            cancellation);
        return open >= rules.OpenBookingsPerTelephone;
    }
}
