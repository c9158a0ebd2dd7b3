using System.Globalization;
using Booking.Data;

namespace Booking.Web;

/// <summary>A patient as the diary's booking panel shows and prefills them.</summary>
/// <param name="Born">For example 1980-04-03.</param>
/// <param name="LastTreatment">What they came for last, or else will come for, by its slug.</param>
/// <param name="Next">The start of their next visit in clinic time: 2026-11-23T09:15.</param>
public sealed record PatientLine(
    int Id,
    string Name,
    string Telephone,
    string? Born,
    string? LastTreatment,
    string? LastPractitioner,
    string? Next,
    string? Note)
{
    public static PatientLine Of(FoundPatient found)
    {
        var (patient, last) = (found.Patient, found.Last ?? found.Next);
        return new PatientLine(
            patient.Id,
            patient.FullName,
            patient.Details.Telephone.Display,
            patient.DateOfBirth?.Iso(),
            last?.Treatment.Slug,
            last?.Practitioner.Slug,
            found.Next?.StartsAt.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
            patient.Notes);
    }
}
