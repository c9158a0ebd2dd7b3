using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>Where reception changes what is known of a patient.</summary>
[Authorize(StaffPolicy.Reception)]
[OnlyTheseFields("Input.FullName", "Input.Telephone", "Input.Email", "Input.Born", "Input.Notes", "Input.ToldBy", nameof(Version))]
public sealed class PatientDetailsPage(Patients patients) : PageModel
{
    [BindProperty]
    public PatientInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>As they are now.</summary>
    public Patient Patient { get; private set; } = null!;

    /// <summary>What somebody else has changed while this form was open.</summary>
    public IReadOnlyList<PatientEvent> Meanwhile { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        (Input, Version) = (PatientInput.Of(Patient.Details), Patient.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        if (!ModelState.IsValid)
        {
            return this.BadForm();
        }

        if (await patients.ChangeAsync(id, Version, Input.ToDetails(), User.Identity!.Name!, cancellation) is { } refusal)
        {
            return await FindAsync(id, cancellation) ?? ShowWhatChanged(refusal);
        }

        this.Done("The details are saved.");
        return RedirectToPage("/Staff/Patient", new { id });
    }

    // What was typed stays; saved once more it is an answer to the change that is shown.
    private PageResult ShowWhatChanged(Refusal refusal)
    {
        var latest = Patient.History.Count == 0 ? default : Patient.History[^1].At;
        Meanwhile = Patient.History.FindAll(line => line.At == latest);
        ModelState.Remove(nameof(Version));
        Version = Patient.Version;
        return this.Conflict(refusal);
    }

    private async Task<IActionResult?> FindAsync(int id, CancellationToken cancellation)
    {
        if (await patients.ReadAsync(id, cancellation) is not { } patient)
        {
            return NotFound();
        }

        Patient = patient;
        return patient.MergedIntoId is null ? null : RedirectToPage("/Staff/Patient", new { id });
    }
}
