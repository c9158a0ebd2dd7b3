using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>Who may be the patient that is being typed in already, for the diary's booking panel.</summary>
[OnlyTheseFields("name", "telephone", "born")]
public sealed class PatientsLikelyPage(Patients patients) : PageModel
{
    public IActionResult OnGet() => RedirectToPage("/Staff/Patients");

    /// <summary>What is not filled in yet, or cannot be read, is like nobody.</summary>
    public async Task<IActionResult> OnPostAsync(string? name, string? telephone, string? born, CancellationToken cancellation)
    {
        var likely = await patients.LikelySameAsync(
            PersonName.TryParse(name, out var called) ? called : null,
            Telephone.TryParse(telephone, out var number) ? number : null,
            BirthDate.TryParse(born, out var day) ? day : null,
            cancellation);
        Response.Headers.CacheControl = "no-store";
        return new JsonResult(likely.Select(PatientLine.Of));
    }
}
