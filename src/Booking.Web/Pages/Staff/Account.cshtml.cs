using System.ComponentModel.DataAnnotations;
using Booking.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Booking.Web.Pages;

/// <summary>Somebody's own account, where they change their password.</summary>
[OnlyTheseFields(nameof(Present), "Chosen.Password", "Chosen.Again")]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class AccountPage(UserManager<StaffMember> members, PasswordRules rules, StaffDoor door) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Enter your present password")]
    public string Present { get; set; } = "";

    [BindProperty]
    public NewPassword Chosen { get; set; } = new();

    public StaffMember Member { get; private set; } = null!;

    public Task OnGetAsync() => FindAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await FindAsync();
        if (!ModelState.IsValid)
        {
            return this.BadForm();
        }

        if (rules.WhyNot(Chosen.Password, Member) is { } reason)
        {
            return this.BadForm("Chosen.Password", reason);
        }

        if (await door.ChangePasswordAsync(Member, Present, Chosen.Password, HttpContext) is { } refusal)
        {
            return this.BadForm(nameof(Present), refusal.Words);
        }

        this.Done("Your password is changed. Wherever else you were signed in, you are signed out.");
        return RedirectToPage();
    }

    private async Task FindAsync() => Member = (await members.GetUserAsync(User))!;
}
