using System.Security.Claims;
using Booking.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>Where staff sign out, by a button: nothing that merely loads the page does it.</summary>
[OnlyTheseFields]
public sealed class SignOutPage(SignInManager<StaffMember> sessions, ILogger<SignOutPage> log) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        var me = User.FindFirstValue(ClaimTypes.NameIdentifier);
        log.SignedOut(me);
        await sessions.SignOutAsync();
        return RedirectToPage("/Staff/SignIn");
    }
}
