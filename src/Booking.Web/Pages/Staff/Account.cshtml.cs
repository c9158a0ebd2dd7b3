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

    public bool Changed { get; private set; }

    public async Task OnGetAsync(bool changed)
    {
        Changed = changed;
        await FindAsync();
    }

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

        return await door.ChangePasswordAsync(Member, Present, Chosen.Password, HttpContext) is { } refusal
            ? this.BadForm(nameof(Present), refusal.Words)
            : RedirectToPage(new { changed = true });
    }

    private async Task FindAsync() => Member = (await members.GetUserAsync(User))!;
}
