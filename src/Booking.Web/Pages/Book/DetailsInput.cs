using System.ComponentModel.DataAnnotations;
using Booking.Data;

namespace Booking.Web.Pages;

/// <summary>What a patient types about themselves.</summary>
public sealed class DetailsInput : IValidatableObject
{
    [Required(ErrorMessage = "Enter your full name")]
    public string? FullName { get; set; }

    [Required(ErrorMessage = "Enter your mobile number")]
    public string? Mobile { get; set; }

    [MaxLength(Patient.EmailLength, ErrorMessage = "Enter an email address like name@example.com")]
    [EmailAddress(ErrorMessage = "Enter an email address like name@example.com")]
    public string? Email { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (FullName is not null && !PersonName.TryParse(FullName, out _))
        {
            yield return new ValidationResult("Enter your full name, in 100 letters or fewer", [nameof(FullName)]);
        }

        if (Mobile is not null && !Telephone.TryParse(Mobile, out _))
        {
            yield return new ValidationResult("Enter a telephone number like 07700 900123", [nameof(Mobile)]);
        }
    }

    public PatientDetails ToPatient() => new(
        PersonName.Parse(FullName!), Telephone.Parse(Mobile!), string.IsNullOrWhiteSpace(Email) ? null : Email.Trim());
}
