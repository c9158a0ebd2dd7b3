using System.ComponentModel.DataAnnotations;

namespace Booking.Web.Pages;

/// <summary>Days on which the clinic is to be shut, as an administrator types them.</summary>
public sealed class ClosureInput : IValidatableObject
{
    private const int MostDays = 60;

    [Required(ErrorMessage = "Enter the first closed day")]
    public DateOnly? FirstDay { get; set; }

    [Required(ErrorMessage = "Enter the last closed day")]
    public DateOnly? LastDay { get; set; }

    [Required(ErrorMessage = "Enter the reason")]
    [StringLength(Closure.ReasonLength, ErrorMessage = "Give the reason in 100 letters or fewer")]
    public string Reason { get; set; } = "";

    public Closure ToClosure() => new() { FirstDay = FirstDay!.Value, LastDay = LastDay!.Value, Reason = Reason.Trim() };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (LastDay < FirstDay)
        {
            yield return new("The last closed day cannot be before the first", [nameof(LastDay)]);
        }
        else if (LastDay?.DayNumber - FirstDay?.DayNumber >= MostDays)
        {
            yield return new($"Close for {MostDays} days at most", [nameof(LastDay)]);
        }
    }
}
