using System.ComponentModel.DataAnnotations;
using Booking.Data;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Booking.Web.Pages;

/// <summary>What a patient types about themselves.</summary>
public sealed class DetailsInput
{
    [Required(ErrorMessage = "Enter your full name")]
    [NameOfAPerson(ErrorMessage = "Enter your full name, in 100 letters or fewer")]
    public string? FullName { get; set; }

    [Required(ErrorMessage = "Enter your mobile number")]
    [TelephoneNumber(ErrorMessage = "Enter a telephone number like 07700 900123")]
    public string? Mobile { get; set; }

    [MaxLength(Patient.EmailLength, ErrorMessage = "Enter an email address like name@example.com")]
    [AddressOfEmail(ErrorMessage = "Enter an email address like name@example.com")]
    public string? Email { get; set; }

    /// <summary>Finds no fault with what was not asked for.</summary>
    public static void WasNotAsked(ModelStateDictionary state)
    {
        foreach (var field in state.Keys.Where(key => key.Split('.')[^1] is nameof(FullName) or nameof(Mobile)).ToList())
        {
            state.Remove(field);
        }
    }

    public PatientDetails ToPatient() => new(
        PersonName.Parse(FullName!), Telephone.Parse(Mobile!), string.IsNullOrWhiteSpace(Email) ? null : Email.Trim());
}
