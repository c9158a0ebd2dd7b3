using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>The first page of whoever signs in: today's list.</summary>
public sealed class TodayPage(TimeProvider clock) : PageModel
{
    public IActionResult OnGet() => RedirectToPage("/Staff/Day", new { date = clock.Today().Iso() });
}
