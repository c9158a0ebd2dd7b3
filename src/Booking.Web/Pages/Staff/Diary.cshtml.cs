using Booking.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>The desk's screen for the whole day: everybody's columns, or the week of one practitioner.</summary>
public sealed class DiaryScreenPage(Diary diary, IAntiforgery antiforgery, TimeProvider clock) : PageModel
{
    private const string Week = "week";

    public DateOnly Date { get; private set; }

    public DateOnly Today => clock.Today();

    public bool IsWeek { get; private set; }

    /// <summary>Whose week it is.</summary>
    public Practitioner? With { get; private set; }

    public IReadOnlyList<Practitioner> Practitioners { get; private set; } = [];

    /// <summary>What the screen's own requests carry to show that they are ours.</summary>
    public string Token => antiforgery.GetAndStoreTokens(HttpContext).RequestToken!;

    public async Task<IActionResult> OnGetAsync(string? date, string? view, string? with, CancellationToken cancellation)
    {
        if (!RouteData.Values.ContainsKey(nameof(date)))
        {
            return RedirectToPage(new { date = IsoDates.TryParse(date, out var chosen) ? chosen.Iso() : Today.Iso(), view, with });
        }

        if (!IsoDates.TryParseDay(date, out var day))
        {
            return NotFound();
        }

        var clinic = await diary.ClinicAsync(cancellation);
        (Date, IsWeek) = (day, view == Week);
        Practitioners = [.. clinic.Practitioners.Where(p => p.LastDay is not { } last || last >= day)];
        With = with is null ? null : clinic.Practitioner(with);
        return with is null || With is not null ? Page() : NotFound();
    }
}
