using System.ComponentModel.DataAnnotations;

namespace Booking.Web.Pages;

/// <summary>What reception types about a patient.</summary>
public sealed class PatientInput : IValidatableObject
{
    private const string BadEmail = "Enter an e-mail address, like name@example.com";

    [Required(ErrorMessage = "Enter a full name")]
    [NameOfAPerson(ErrorMessage = "Enter a full name, in 100 letters or fewer")]
    public string? FullName { get; set; }

    [Required(ErrorMessage = "Enter a telephone number")]
    [TelephoneNumber(ErrorMessage = "Enter a telephone number, like 07700 900123")]
    public string? Telephone { get; set; }

    [MaxLength(Patient.EmailLength, ErrorMessage = BadEmail)]
    [AddressOfEmail(ErrorMessage = BadEmail)]
    public string? Email { get; set; }

    public string? Born { get; set; }

    public string? Notes { get; set; }

    [EnumDataType(typeof(ToldBy), ErrorMessage = "Choose how they like to be told")]
    public ToldBy ToldBy { get; set; }

    public static PatientInput Of(ContactDetails details) => new()
    {
        FullName = details.Name.Text,
        Telephone = details.Telephone.Display,
        Email = details.Email,
        Born = details.DateOfBirth?.TypedAsBirthDate(),
        Notes = details.Notes,
        ToldBy = details.ToldBy,
    };

    public ContactDetails ToDetails() => new(
        PersonName.Parse(FullName!),
        Booking.Telephone.Parse(Telephone!),
        string.IsNullOrWhiteSpace(Email) ? null : Email.Trim(),
        BirthDate.TryParse(Born, out var born) ? born : null,
        Written(Notes),
        ToldBy);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var today = validationContext.GetRequiredService<TimeProvider>().Today();
        if (!string.IsNullOrWhiteSpace(Born) && !(BirthDate.TryParse(Born, out var born) && born <= today))
        {
            yield return new ValidationResult("Enter a date of birth, like 3/4/1980", [nameof(Born)]);
        }

        if (ToldBy != ToldBy.Text && string.IsNullOrWhiteSpace(Email))
        {
            yield return new ValidationResult("Enter an e-mail address, or choose texts", [nameof(ToldBy)]);
        }

        if (Written(Notes) is { Length: > Patient.NotesLength })
        {
            yield return new ValidationResult("Keep the notes to 1,000 letters or fewer", [nameof(Notes)]);
        }
    }

    // A browser ends the lines of a text area with two signs and counts them as one.
    private static string? Written(string? notes) =>
        string.IsNullOrWhiteSpace(notes) ? null : notes.ReplaceLineEndings("\n").Trim();
}
