using System.ComponentModel.DataAnnotations;
using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>Where somebody who books a treatment that needs it is asked about signs that need a doctor now.</summary>
[OnlyTheseFields("Answer", "Version")]
public sealed class SafetyPage(Diary diary, Visitor visitor, SafetyPass safety) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Choose “Yes” or “None of these”")]
    public SafetyAnswer? Answer { get; set; }

    /// <summary>The version of the wording that stood above the question.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Treatment Treatment { get; private set; } = null!;

    public RedFlagWording? Wording { get; private set; }

    /// <summary>Whether they have answered before, but to another wording or too long ago.</summary>
    public bool IsAskedAgain => HttpMethods.IsGet(Request.Method) && safety.HasAnswered(Request, Treatment.Service)
        && safety.ClearedFor(Request, Treatment.Service, Wording) is null;

    public async Task<IActionResult> OnGetAsync(string treatment, CancellationToken cancellation) =>
        await FindAsync(treatment, cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(string treatment, CancellationToken cancellation)
    {
        if (await FindAsync(treatment, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        if (Wording is null || Version != Wording.Version)
        {
            ModelState.AddModelError(nameof(Answer), "The questions have changed. Please read them again");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (Answer == SafetyAnswer.Yes)
        {
            safety.Stop(Response);
            if (visitor.Of(Request) is { } holder)
            {
                await diary.DropHoldsAsync(holder, cancellation);
            }

            return RedirectToPage("Emergency");
        }

        safety.Clear(Response, Treatment.Service, Wording!);
        return RedirectToPage("Times", SafetyPass.Way(Request, Treatment));
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken cancellation)
    {
        var clinic = await diary.ClinicAsync(cancellation);
        if (clinic.Treatment(slug) is not { OfferedOnline: true } treatment)
        {
            return NotFound();
        }

        (Treatment, Wording) = (treatment, clinic.RedFlags);
        if (safety.IsStopped(Request))
        {
            return RedirectToPage("Emergency");
        }

        return treatment.Service.NeedsRedFlagCheck ? null : RedirectToPage("Times", SafetyPass.Way(Request, Treatment));
    }
}

public enum SafetyAnswer
{
    Yes = 1,
    None = 2,
}
