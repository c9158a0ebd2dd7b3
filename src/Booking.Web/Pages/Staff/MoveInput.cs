using System.ComponentModel.DataAnnotations;
using Booking.Data;

namespace Booking.Web.Pages;

/// <summary>Where an appointment is to go, as somebody at the desk fills it in.</summary>
public sealed class MoveInput
{
    [Required(ErrorMessage = "Choose who")]
    public string? Practitioner { get; set; }

    [Required(ErrorMessage = "Enter a day")]
    [DisplayFormat(DataFormatString = "{0:yyyy-MM-dd}", ApplyFormatInEditMode = true)]
    public DateOnly? Date { get; set; }

    [Required(ErrorMessage = "Enter a time")]
    [DisplayFormat(DataFormatString = "{0:HH:mm}", ApplyFormatInEditMode = true)]
    public TimeOnly? Start { get; set; }

    [Range(Desk.ShortestMinutes, Desk.LongestMinutes, ErrorMessage = "Enter a length of 5 to 480 minutes")]
    public int Minutes { get; set; }

    [Required(ErrorMessage = "Choose what for")]
    public string? Treatment { get; set; }

    [StringLength(Place.ReasonLength, ErrorMessage = "Say why in 200 letters or fewer")]
    public string? Overrule { get; set; }

    public static MoveInput Of(Appointment appointment, Clinic clinic) => new()
    {
        Practitioner = clinic.Practitioner(appointment.PractitionerId)?.Slug,
        Date = appointment.Date,
        Start = appointment.Start,
        Minutes = appointment.Minutes,
        Treatment = clinic.Treatment(appointment.TreatmentId)?.Slug,
    };

    /// <summary>What is wished; null where practitioner or treatment is none of the clinic's.</summary>
    public MoveWish? In(Clinic clinic) =>
        clinic.Practitioner(Practitioner!) is { } practitioner && clinic.Treatment(Treatment!) is { } treatment
            ? new MoveWish(practitioner, Date!.Value.ToDateTime(Start!.Value), Minutes, treatment, Reason)
            : null;

    private string? Reason => string.IsNullOrWhiteSpace(Overrule) ? null : Overrule.Trim();
}
