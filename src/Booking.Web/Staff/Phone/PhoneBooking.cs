using System.ComponentModel.DataAnnotations;
using Booking.Data;

namespace Booking.Web;

/// <summary>What reception takes down while somebody is on the telephone.</summary>
public sealed class PhoneBooking : IValidatableObject
{
    /// <summary>Somebody the clinic knows; or else the name and number of somebody new.</summary>
    public int? Patient { get; set; }

    [NameOfAPerson(ErrorMessage = "Enter the full name, in 100 letters or fewer")]
    public string? Name { get; set; }

    [TelephoneNumber(ErrorMessage = "Enter a telephone number like 07700 900123")]
    public string? Telephone { get; set; }

    [MaxLength(Booking.Patient.EmailLength, ErrorMessage = "Enter an e-mail address like name@example.com")]
    [AddressOfEmail(ErrorMessage = "Enter an e-mail address like name@example.com")]
    public string? Email { get; set; }

    public string? Born { get; set; }

    [Required(ErrorMessage = "Choose a treatment")]
    public string Treatment { get; set; } = "";

    [Required(ErrorMessage = "Choose a practitioner")]
    public string Practitioner { get; set; } = "";

    /// <summary>
    /// 2026-11-23T09:15; several for a course, each perhaps with a practitioner of its own: "2026-11-23T09:15 amy-patel".
    /// </summary>
    public List<string> Start { get; set; } = [];

    [Range(Desk.ShortestMinutes, Desk.LongestMinutes, ErrorMessage = "Make it 5 to 480 minutes long")]
    public int? Minutes { get; set; }

    [MaxLength(Appointment.NoteLength, ErrorMessage = "Make the note 500 letters or shorter")]
    public string? Note { get; set; }

    [MaxLength(Place.ReasonLength, ErrorMessage = "Say why in 200 letters or fewer")]
    public string? Overrule { get; set; }

    /// <summary>The version of the safety questions that were asked, all answered with no.</summary>
    public int? SafetyAsked { get; set; }

    private IEnumerable<string> Visits => Start.Select(start => start.Contains(' ') ? start : $"{start} {Practitioner}");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Patient is null && string.IsNullOrWhiteSpace(Name))
        {
            yield return new("Choose a patient, or enter the name of a new one", [nameof(Name)]);
        }

        if (Patient is null && string.IsNullOrWhiteSpace(Telephone))
        {
            yield return new("Enter a telephone number", [nameof(Telephone)]);
        }

        if (!string.IsNullOrWhiteSpace(Born) && !BirthDate.TryParse(Born, out _))
        {
            yield return new("Enter the date of birth like 3/4/1980", [nameof(Born)]);
        }

        if (Start.Count is 0 or > Course.MostTimes || !Visits.All(visit => ChosenTime.TryParse(visit, out _)))
        {
            yield return new("Choose a day and a time", [nameof(Start)]);
        }
    }

    /// <summary>The same in the clinic's own terms; null for a treatment or a practitioner that is none of the clinic's.</summary>
    public DeskBooking? In(Clinic clinic)
    {
        var visits = Visits.Select(visit => ChosenTime.TryParse(visit, out var chosen) ? chosen : default)
            .Distinct()
            .Select(chosen => (chosen.StartsAt, With: clinic.Practitioner(chosen.Practitioner)))
            .ToList();
        if (clinic.Treatment(Treatment) is not { } treatment || visits.Exists(visit => visit.With is null))
        {
            return null;
        }

        return new DeskBooking(
            Patient,
            Patient is null ? Newcomer() : null,
            treatment,
            visits.ConvertAll(visit => (visit.StartsAt, visit.With!)),
            Minutes,
            Clean(Note),
            Clean(Overrule),
            SafetyAsked);
    }

    private PatientDetails Newcomer() => new(
        PersonName.Parse(Name!),
        Booking.Telephone.Parse(Telephone!),
        Clean(Email),
        BirthDate.TryParse(Born, out var born) ? born : null);

    private static string? Clean(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
