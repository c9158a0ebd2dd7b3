using System.ComponentModel.DataAnnotations;
using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>
/// One appointment as the clinic sees it, with its texts and its history; where it is moved, marked, cancelled and restored
/// without the diary's screen. Reception changes every appointment, a practitioner their own.
/// </summary>
[OnlyTheseFields(
    nameof(Version), nameof(Reason), nameof(Status), nameof(Note), "Move.Practitioner", "Move.Date", "Move.Start", "Move.Minutes",
    "Move.Treatment", "Move.Overrule")]
public sealed partial class StaffAppointmentPage(
    Diary diary, Desk desk, Inbox inbox, IAuthorizationService authorization, TimeProvider clock) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Say why it is cancelled")]
    [StringLength(Appointment.CancelReasonLength, ErrorMessage = "Say why in 200 letters or fewer")]
    public string Reason { get; set; } = "";

    [BindProperty]
    public AppointmentStatus Status { get; set; }

    [BindProperty]
    [StringLength(Appointment.NoteLength, ErrorMessage = "Write 500 letters or fewer")]
    public string? Note { get; set; }

    [BindProperty]
    public MoveInput Move { get; set; } = new();

    public Appointment Appointment { get; private set; } = null!;

    public Clinic Clinic { get; private set; } = null!;

    public bool MayChange { get; private set; }

    public bool WantsNoTexts { get; private set; }

    public bool MayOverrule { get; private set; }

    /// <summary>Whether the patient still cancels free of charge.</summary>
    public string Charge { get; private set; } = "";

    public bool CanCancel => MayChange && Appointment.CanBeCancelled(clock.Now());

    public bool CanMove => MayChange && Appointment.CanBeMoved;

    public bool CanRestore => MayChange && !Appointment.Stands && clock.Now() < Appointment.StartsAt;

    /// <summary>What was done with it last.</summary>
    public AppointmentEvent Last => Appointment.History[^1];

    /// <summary>Whether that is so fresh that it can still be taken back, into a column that is theirs.</summary>
    public bool CanUndo => MayChange && desk.CanUndo(Appointment)
        && (Last.Before is not { } before || User.MayChange(before.PractitionerId));

    /// <summary>How far it can be said to have come, at this moment.</summary>
    public IEnumerable<AppointmentStatus> Marks => Enum.GetValues<AppointmentStatus>().Where(status =>
        MayChange && Appointment.Stands && status != Appointment.Status && Appointment.WhyNotMark(status, clock.Now()) is null);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ? Page() : NotFound();

    private async Task<bool> FindAsync(int id, CancellationToken cancellation)
    {
        if (await diary.ReadAsync(id, cancellation) is not { } appointment)
        {
            return false;
        }

        (Appointment, Clinic) = (appointment, await diary.ClinicAsync(cancellation));
        MayChange = User.MayChange(appointment.PractitionerId);
        WantsNoTexts = (await inbox.StoppedAsync([appointment.Patient.Telephone], cancellation)).Count > 0;
        MayOverrule = (await authorization.AuthorizeAsync(User, StaffPolicy.Overrule)).Succeeded;
        if (!HttpMethods.IsPost(Request.Method))
        {
            (Note, Move) = (appointment.Note, MoveInput.Of(appointment, Clinic));
        }

        var free = Clinic.Rules.FreeCancellationUntil(appointment.StartsAt);
        Charge = clock.Now() <= free ? $"It is free of charge until {free.Said()}." : $"It was free of charge until {free.Said()}.";
        return true;
    }
}
