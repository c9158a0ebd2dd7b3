using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>The patients that match what is typed, for the diary's booking panel; nobody while it is too little.</summary>
[OnlyTheseFields("q")]
public sealed class PatientsFindPage(Patients patients) : PageModel
{
    [BindProperty(Name = "q")]
    public string? Typed { get; set; }

    public IActionResult OnGet() => RedirectToPage("/Staff/Patients");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var found = PatientSearch.TryParse(Typed, out var search) ? await patients.FindAsync(search, cancellation) : [];
        Response.Headers.CacheControl = "no-store";
        return new JsonResult(found.Select(PatientLine.Of));
    }
}
