using Booking.Data;

namespace Booking.Web;

/// <summary>Finds out by which ways a patient is told, so that a page promises nothing else.</summary>
public sealed class Promises(Patients patients, ISendEmails? emails = null)
{
    public bool SendsEmails => emails is not null;

    public async Task<Promise> ToAsync(Patient patient, Appointment? appointment, CancellationToken cancellation) =>
        Promise.To(patient, appointment, await patients.WhyRefusedAsync(patient.Telephone, cancellation), SendsEmails);

    /// <summary>What to say to somebody who gives these and would be reached by neither; null where they can be.</summary>
    public string? WhatIsMissing(string? telephone, string? email)
    {
        if (!Telephone.TryParse(telephone, out var number) || number.IsTextable || (SendsEmails && email is { Length: > 0 }))
        {
            return null;
        }

        var address = SendsEmails ? " or an email address" : "";
        return $"We cannot send texts to this number. Give a mobile{address}, or tick that we may ring you";
    }
}
