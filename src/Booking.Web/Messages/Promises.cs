using Booking.Data;

namespace Booking.Web;

/// <summary>Finds out by which ways a patient is told, so that a page promises nothing else.</summary>
public sealed class Promises(Patients patients, ISendEmails? emails = null)
{
    public bool SendsEmails => emails is not null;

    public async Task<Promise> ToAsync(Patient patient, Appointment? appointment, CancellationToken cancellation) =>
        Promise.To(patient, appointment, await patients.WhyRefusedAsync(patient.Telephone, cancellation), SendsEmails);
}
