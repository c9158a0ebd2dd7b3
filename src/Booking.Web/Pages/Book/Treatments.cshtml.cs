using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>Where a patient says what they would like help with.</summary>
public sealed class TreatmentsPage(Diary diary, SafetyPass safety, AppointmentPass pass) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Service { get; set; }

    /// <summary>Whether they come from a treatment for those alone who have shown that the clinic knows them.</summary>
    [BindProperty(SupportsGet = true)]
    public bool ForPatients { get; set; }

    public IReadOnlyList<(Treatment Treatment, FreeTime? Next)> Treatments { get; private set; } = [];

    public Service? OnlyService { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (safety.IsStopped(Request))
        {
            return RedirectToPage("Emergency");
        }

        ModelState.Clear(); // an address that was mistyped is no mistake in a form
        var known = (await pass.PatientsAsync(Request, cancellation)).Count > 0;
        var all = await diary.NextTimesAsync(treatment => treatment.OpenToNewPatients || known, cancellation);
        OnlyService = all.Select(entry => entry.Treatment.Service).FirstOrDefault(service => service.Slug == Service);
        Treatments = OnlyService is null ? all : [.. all.Where(entry => entry.Treatment.ServiceId == OnlyService.Id)];
        return Page();
    }
}
