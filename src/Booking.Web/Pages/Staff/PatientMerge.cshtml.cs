using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>Two records side by side, where somebody says that they are one person's and which details hold.</summary>
[Authorize(StaffPolicy.Reception)]
[OnlyTheseFields(
    "Input.Name", "Input.Telephone", "Input.Email", "Input.Born", "Input.Notes", nameof(KeptVersion), nameof(OtherVersion))]
public sealed class PatientMergePage(Patients patients, TimeProvider clock) : PageModel
{
    [BindProperty]
    public PatientMergeInput Input { get; set; } = new();

    [BindProperty]
    public int KeptVersion { get; set; }

    [BindProperty]
    public int OtherVersion { get; set; }

    public Patient Kept { get; private set; } = null!;

    public Patient Other { get; private set; } = null!;

    public IReadOnlyList<Appointment> OfKept { get; private set; } = [];

    public IReadOnlyList<Appointment> OfOther { get; private set; } = [];

    /// <summary>Why they cannot be one, or null.</summary>
    public Refusal? WhyNot { get; private set; }

    /// <summary>Whether neither has been joined with another.</summary>
    public bool AreInUse => Kept.MergedIntoId is null && Other.MergedIntoId is null;

    public async Task<IActionResult> OnGetAsync(int id, int other, CancellationToken cancellation)
    {
        if (!await FindAsync(id, other, cancellation) || !AreInUse)
        {
            return NotFound();
        }

        Input = PatientMergeInput.For(Kept.Details, Other.Details);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, int other, CancellationToken cancellation)
    {
        if (!await FindAsync(id, other, cancellation))
        {
            return NotFound();
        }

        if (!AreInUse)
        {
            return Refused(WhyNot!); // somebody else was quicker
        }

        var details = ModelState.IsValid ? Input.ToDetails(Kept.Details, Other.Details) : null;
        if (details is { Notes.Length: > Patient.NotesLength })
        {
            return this.BadForm("Input.Notes", "Both notes together are longer than 1,000 letters. Choose one");
        }

        if (details is null)
        {
            return this.BadForm();
        }

        var refusal = await patients.MergeAsync(
            new(id, KeptVersion), new(other, OtherVersion), details, User.Identity!.Name!, cancellation);
        if (refusal is null)
        {
            this.Done("The two records are one now.");
            return RedirectToPage("/Staff/Patient", new { id });
        }

        await FindAsync(id, other, cancellation);
        return Refused(refusal);
    }

    private PageResult Refused(Refusal refusal)
    {
        ModelState.Clear();
        WhyNot = null; // it is said above
        return this.Conflict(refusal);
    }

    private async Task<bool> FindAsync(int id, int other, CancellationToken cancellation)
    {
        if (id == other || await patients.ReadAsync(id, cancellation) is not { } kept
            || await patients.ReadAsync(other, cancellation) is not { } second)
        {
            return false;
        }

        (Kept, Other) = (kept, second);
        (OfKept, OfOther) = (await patients.AppointmentsAsync(id, cancellation), await patients.AppointmentsAsync(other, cancellation));
        WhyNot = PatientMerge.WhyNot(Kept, Other, OfKept, OfOther, clock.Now());
        return true;
    }
}
