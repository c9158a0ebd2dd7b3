using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>Where the other record of a patient is looked for.</summary>
[Authorize(StaffPolicy.Reception)]
[OnlyTheseFields("q")]
public sealed class PatientSamePage(Patients patients) : PageModel
{
    [BindProperty(Name = "q")]
    public string? Typed { get; set; }

    public Patient Patient { get; private set; } = null!;

    /// <summary>Those who match, or before anything is typed those who are likely the same.</summary>
    public IReadOnlyList<FoundPatient> Found { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        var details = Patient.Details;
        Show(await patients.LikelySameAsync(details.Name, details.Telephone, details.DateOfBirth, cancellation));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        if (!PatientSearch.TryParse(Typed, out var search))
        {
            return this.BadForm("q", PatientsPage.TooLittle);
        }

        Show(await patients.FindAsync(search, cancellation));
        return Page();
    }

    private void Show(IEnumerable<FoundPatient> found) => Found = [.. found.Where(other => other.Patient.Id != Patient.Id)];

    private async Task<bool> FindAsync(int id, CancellationToken cancellation)
    {
        Patient = (await patients.ReadAsync(id, cancellation))!;
        return Patient is { MergedIntoId: null };
    }
}
