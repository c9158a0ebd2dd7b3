using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>Where a patient is looked for. What is typed is about a person, so it is posted and stands in no address.</summary>
[OnlyTheseFields("q")]
public sealed class PatientsPage(Patients patients) : PageModel
{
    public const string TooLittle =
        "Type three letters or more of a name, the last three digits of a telephone number or more, or a whole date of birth";

    [BindProperty(Name = "q")]
    public string? Typed { get; set; }

    /// <summary>Null until somebody is looked for.</summary>
    public IReadOnlyList<FoundPatient>? Found { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!PatientSearch.TryParse(Typed, out var search))
        {
            return this.BadForm("q", TooLittle);
        }

        Found = await patients.FindAsync(search, cancellation);
        return Page();
    }
}
