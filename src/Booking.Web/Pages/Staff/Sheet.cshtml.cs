using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>A day on paper, to print.</summary>
public sealed class SheetPage(Diary diary, TimeProvider clock) : PageModel
{
    public DaySheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string date, CancellationToken cancellation)
    {
        if (!IsoDates.TryParseDay(date, out var day))
        {
            return NotFound();
        }

        Sheet = await DaySheet.ReadAsync(diary, day, clock.Now(), cancellation);
        return Page();
    }
}
