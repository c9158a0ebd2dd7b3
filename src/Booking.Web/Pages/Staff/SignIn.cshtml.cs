using System.ComponentModel.DataAnnotations;
using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Booking.Web.Pages;

/// <summary>Where staff sign in.</summary>
[OnlyTheseFields(nameof(Email), nameof(Password))]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInPage(StaffDoor door, FirstAdministrator first) : PageModel
{
    private const string Home = "/staff";

    [BindProperty]
    [Required(ErrorMessage = "Enter your e-mail address")]
    [StringLength(StaffMember.EmailLength, ErrorMessage = "That e-mail address is too long")]
    public string Email { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "Enter your password")]
    [StringLength(PasswordRules.Longest, ErrorMessage = "That password is too long")]
    public string Password { get; set; } = "";

    /// <summary>The page that asked somebody to sign in first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public bool NobodyCanYet { get; private set; }

    // Only a page of ours, and only for staff: nobody is led astray by a link that begins at our door.
    private string Next => Url.IsLocalUrl(ReturnUrl) && ReturnUrl.StartsWith('/') && new PathString(ReturnUrl.Split('?')[0]).StartsWithSegments(Home, StringComparison.OrdinalIgnoreCase)
        ? ReturnUrl
        : Home;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (User.Identity is { IsAuthenticated: true })
        {
            return LocalRedirect(Home);
        }

        NobodyCanYet = await first.IsMissingAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return this.BadForm();
        }

        return await door.SignInAsync(Email.Trim(), Password, HttpContext) is { } refusal
            ? this.BadForm(refusal)
            : LocalRedirect(Next);
    }
}
