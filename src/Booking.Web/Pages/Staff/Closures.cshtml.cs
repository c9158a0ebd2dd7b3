using System.Security.Claims;
using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>The days on which the whole clinic is shut, and what is booked on them all the same.</summary>
[Authorize(StaffPolicy.Administrator)]
[OnlyTheseFields("Input.FirstDay", "Input.LastDay", "Input.Reason", nameof(Closure))]
public sealed class ClosuresPage(Settings settings, TimeProvider clock, ILogger<ClosuresPage> log) : PageModel
{
    [BindProperty]
    public ClosureInput Input { get; set; } = new();

    /// <summary>Which one is to be removed.</summary>
    [BindProperty]
    public int Closure { get; set; }

    public IReadOnlyList<ShutDays> Closures { get; private set; } = [];

    private string? Me => User.FindFirstValue(ClaimTypes.NameIdentifier);

    public async Task OnGetAsync(CancellationToken cancellation) => Closures = await settings.ClosuresAsync(cancellation);

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancellation)
    {
        if (Input.FirstDay < clock.Today())
        {
            ModelState.AddModelError("Input.FirstDay", "That day has passed");
        }

        if (!ModelState.IsValid)
        {
            Closures = await settings.ClosuresAsync(cancellation);
            return this.BadForm();
        }

        if (await settings.CloseAsync(Input.ToClosure(), User.Identity!.Name!, cancellation) is { } refusal)
        {
            Closures = await settings.ClosuresAsync(cancellation);
            return this.Conflict(refusal);
        }

        log.SettingsChanged(Me);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancellation)
    {
        await settings.OpenAsync(Closure, User.Identity!.Name!, cancellation);
        log.SettingsChanged(Me);
        return RedirectToPage();
    }
}
