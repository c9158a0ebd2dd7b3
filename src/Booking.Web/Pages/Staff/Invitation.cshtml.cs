using Booking.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Booking.Web.Pages;

/// <summary>Where somebody with a link chooses a password: a newcomer, or one who has forgotten theirs.</summary>
[OnlyTheseFields("Chosen.Password", "Chosen.Again")]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class InvitationPage(
    People people,
    PasswordRules rules,
    UserManager<StaffMember> members,
    StaffDoor door,
    ILogger<InvitationPage> log) : PageModel
{
    [BindProperty]
    public NewPassword Chosen { get; set; } = new();

    /// <summary>Whose link it is; null when it is no longer good.</summary>
    public StaffMember? Holder { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellation)
    {
        await FindAsync(token, cancellation);
        return Holder is null ? NoLongerGood() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellation)
    {
        var link = await FindAsync(token, cancellation);
        if (Holder is null)
        {
            return NoLongerGood();
        }

        if (!ModelState.IsValid)
        {
            return this.BadForm();
        }

        if (rules.WhyNot(Chosen.Password, Holder) is { } reason)
        {
            return this.BadForm("Chosen.Password", reason);
        }

        if (!await people.ChoosePasswordAsync(link, members.PasswordHasher.HashPassword(Holder, Chosen.Password), cancellation))
        {
            Holder = null;
            return NoLongerGood();
        }

        log.PasswordChosen(Holder.Id);
        await door.AdmitAsync((await members.FindByEmailAsync(Holder.Email!))!, HttpContext);
        return RedirectToPage("/Staff/Today");
    }

    private async Task<Reference> FindAsync(string token, CancellationToken cancellation)
    {
        if (Reference.TryParse(token, out var link))
        {
            Holder = await people.HolderAsync(link, cancellation);
        }

        return link;
    }

    private PageResult NoLongerGood()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
