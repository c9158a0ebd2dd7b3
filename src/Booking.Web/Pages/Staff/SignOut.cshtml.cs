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
    /// <summary>A copy of the cookie opens nothing any more, here or elsewhere: every session of theirs ends.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await sessions.UserManager.GetUserAsync(User) is { } member)
        {
            await sessions.UserManager.UpdateSecurityStampAsync(member);
        }

        var me = User.FindFirstValue(ClaimTypes.NameIdentifier);
        log.SignedOut(me);
        await sessions.SignOutAsync();
        return RedirectToPage("/Staff/SignIn");
    }
}
