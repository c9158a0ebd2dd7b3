using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>One patient: how to reach them, what reception should know, their visits with every text, and what was changed.</summary>
[OnlyTheseFields(nameof(Merge))]
public sealed class PatientPage(
    Patients patients, Inbox inbox, WaitingList waiting, IAuthorizationService authorization, TimeProvider clock) : PageModel
{
    /// <summary>The one to be undone.</summary>
    [BindProperty]
    public int Merge { get; set; }

    public Patient Patient { get; private set; } = null!;

    public IReadOnlyList<Appointment> ToCome { get; private set; } = [];

    public IReadOnlyList<Appointment> Past { get; private set; } = [];

    /// <summary>For what they are on the waiting list.</summary>
    public IReadOnlyList<OnList> Waits { get; private set; } = [];

    public int DidNotAttend { get; private set; }

    public bool WantsNoTexts { get; private set; }

    public IReadOnlyList<PatientMerge> Merges { get; private set; } = [];

    /// <summary>The merge in which this record went away, if it did.</summary>
    public PatientMerge? Gone { get; private set; }

    public bool MayChange { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostUndoAsync(int id, CancellationToken cancellation)
    {
        if (!(await authorization.AuthorizeAsync(User, StaffPolicy.Reception)).Succeeded)
        {
            return Forbid();
        }

        if (!await FindAsync(id, cancellation) || Merges.All(merge => merge.Id != Merge))
        {
            return NotFound();
        }

        if (await patients.UndoMergeAsync(Merge, User.Identity!.Name!, cancellation) is { } refusal)
        {
            await FindAsync(id, cancellation);
            return this.Conflict(refusal);
        }

        this.Done("The two records are apart again.");
        return RedirectToPage(new { id });
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellation)
    {
        if (await patients.ReadAsync(id, cancellation) is not { } patient)
        {
            return false;
        }

        var visits = await patients.AppointmentsAsync(id, cancellation);
        var now = clock.Now();
        Patient = patient;
        ToCome = [.. visits.Where(a => a.Slot.EndsAt > now).Reverse()];
        Past = [.. visits.Where(a => a.Slot.EndsAt <= now)];
        Waits = await waiting.OfPatientAsync(id, cancellation);
        DidNotAttend = visits.Count(a => a.Status == AppointmentStatus.DidNotAttend);
        WantsNoTexts = (await inbox.StoppedAsync([patient.Telephone], cancellation)).Count > 0;
        Merges = await patients.MergesAsync(id, cancellation);
        Gone = patient.MergedIntoId is null ? null : Merges.FirstOrDefault(merge => merge.AwayId == id);
        MayChange = (await authorization.AuthorizeAsync(User, StaffPolicy.Reception)).Succeeded;
        return true;
    }
}
