using System.Security.Claims;
using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>The days on which the whole clinic is shut, and what is booked on them all the same.</summary>
[Authorize(StaffPolicy.Administrator)]
[OnlyTheseFields("Input.FirstDay", "Input.LastDay", "Input.Reason", nameof(Closure), nameof(AllTheSame))]
public sealed class ClosuresPage(Settings settings, TimeProvider clock, ILogger<ClosuresPage> log) : PageModel
{
    [BindProperty]
    public ClosureInput Input { get; set; } = new();

    /// <summary>Which one is to be removed.</summary>
    [BindProperty]
    public int Closure { get; set; }

    /// <summary>Whether the days are to be closed though somebody is booked on them.</summary>
    [BindProperty]
    public bool AllTheSame { get; set; }

    /// <summary>Who is booked on the days that are to be closed; null once that is settled.</summary>
    public ShutDays? InTheWay { get; private set; }

    /// <summary>All of them; those that are over only to look at.</summary>
    public IReadOnlyList<ShutDays> Closures { get; private set; } = [];

    /// <summary>Those that are not over, by the year in which they begin.</summary>
    public IEnumerable<IGrouping<int, ShutDays>> ToCome => Closures
        .Where(days => days.Closure.LastDay >= clock.Today()).GroupBy(days => days.Closure.FirstDay.Year);

    public IEnumerable<ShutDays> Past => Closures.Where(days => days.Closure.LastDay < clock.Today()).Reverse();

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

        var (refusal, inTheWay) = await settings.CloseAsync(Input.ToClosure(), AllTheSame, User.Identity!.Name!, cancellation);
        if (refusal is not null || inTheWay is not null)
        {
            (InTheWay, Closures) = (inTheWay, await settings.ClosuresAsync(cancellation));
            return refusal is null ? Page() : this.Conflict(refusal);
        }

        log.SettingsChanged(Me);
        this.Done("The clinic is closed on these days.");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancellation)
    {
        await settings.OpenAsync(Closure, User.Identity!.Name!, cancellation);
        log.SettingsChanged(Me);
        this.Done("The days are taken off the list: the clinic is open on them. What is free on them is offered to those on the waiting list.");
        return RedirectToPage();
    }
}
