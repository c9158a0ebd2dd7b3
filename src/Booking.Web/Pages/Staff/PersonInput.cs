using System.ComponentModel.DataAnnotations;
using Booking.Data;

namespace Booking.Web.Pages;

/// <summary>Who somebody is who is to sign in.</summary>
public sealed class PersonInput : IValidatableObject
{
    [Required(ErrorMessage = "Enter a full name")]
    [StringLength(StaffMember.NameLength, ErrorMessage = "Enter a name of 100 letters or fewer")]
    public string FullName { get; set; } = "";

    [Required(ErrorMessage = "Enter an e-mail address")]
    [AddressOfEmail(ErrorMessage = "Enter an e-mail address, like name@example.com")]
    [StringLength(StaffMember.EmailLength, ErrorMessage = "That e-mail address is too long")]
    public string Email { get; set; } = "";

    public StaffMember As(StaffRole role) => StaffMember.New(PersonName.Parse(FullName).Text, Email.Trim(), role);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!PersonName.TryParse(FullName, out _))
        {
            yield return new ValidationResult("Enter a name with letters in it", [nameof(FullName)]);
        }
    }
}
