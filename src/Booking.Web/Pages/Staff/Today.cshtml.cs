using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>The first page of whoever signs in: the diary of today.</summary>
public sealed class TodayPage(TimeProvider clock) : PageModel
{
    public IActionResult OnGet() => RedirectToPage("/Staff/Diary", new { date = clock.Today().Iso() });
}
