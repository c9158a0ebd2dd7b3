using System.ComponentModel.DataAnnotations;
using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>One appointment as the clinic sees it, with its texts and its history; where the desk cancels it.</summary>
[OnlyTheseFields(nameof(Version), nameof(Reason))]
public sealed class StaffAppointmentPage(Diary diary, Desk desk, IAuthorizationService authorization, TimeProvider clock) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Say why it is cancelled")]
    [StringLength(Appointment.CancelReasonLength, ErrorMessage = "Say why in 200 letters or fewer")]
    public string Reason { get; set; } = "";

    public Appointment Appointment { get; private set; } = null!;

    public bool CanCancel { get; private set; }

    /// <summary>Whether the patient still cancels free of charge.</summary>
    public string Charge { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCancelAsync(int id, CancellationToken cancellation)
    {
        if (!(await authorization.AuthorizeAsync(User, StaffPolicy.Reception)).Succeeded)
        {
            return Forbid();
        }

        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.BadForm();
        }

        if (await desk.CancelAsync(new Seen(id, Version), Reason.Trim(), User.Identity!.Name!, cancellation) is { } refusal)
        {
            ModelState.Clear();
            await FindAsync(id, cancellation);
            return this.Conflict(refusal);
        }

        return RedirectToPage(new { id });
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellation)
    {
        if (await diary.ReadAsync(id, cancellation) is not { } appointment)
        {
            return false;
        }

        Appointment = appointment;
        CanCancel = appointment.CanBeCancelled(clock.Now())
            && (await authorization.AuthorizeAsync(User, StaffPolicy.Reception)).Succeeded;
        var free = (await diary.ClinicAsync(cancellation)).Rules.FreeCancellationUntil(appointment.StartsAt);
        Charge = clock.Now() <= free ? $"It is free of charge until {free.Said()}." : $"It was free of charge until {free.Said()}.";
        return true;
    }
}
