using System.Globalization;
using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>Where reception adds a patient, after a look at those who may be the same person.</summary>
[Authorize(StaffPolicy.Reception)]
[OnlyTheseFields("Input.FullName", "Input.Telephone", "Input.Email", "Input.Born", "Input.Notes", "Input.ToldBy", nameof(NoneOf))]
public sealed class PatientNewPage(Patients patients) : PageModel
{
    [BindProperty]
    public PatientInput Input { get; set; } = new();

    /// <summary>The ids of those who were looked at and are somebody else.</summary>
    [BindProperty]
    public string? NoneOf { get; set; }

    public IReadOnlyList<FoundPatient> Likely { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return this.BadForm();
        }

        var details = Input.ToDetails();
        Likely = await patients.LikelySameAsync(details.Name, details.Telephone, details.DateOfBirth, cancellation);
        var seen = (NoneOf ?? "").Split(',');
        if (Likely.Any(found => !seen.Contains(Said(found))))
        {
            ModelState.Remove(nameof(NoneOf));
            NoneOf = string.Join(',', Likely.Select(Said));
            return Page();
        }

        var added = await patients.AddAsync(details, User.Identity!.Name!, cancellation);
        this.Done("The patient is added.");
        return RedirectToPage("/Staff/Patient", new { id = added.Id });
    }

    private static string Said(FoundPatient found) => found.Patient.Id.ToString(CultureInfo.InvariantCulture);
}
