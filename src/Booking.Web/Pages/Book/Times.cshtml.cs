using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Booking.Web.Pages;

/// <summary>Where a patient chooses a time: soonest first, with anyone unless they would rather see somebody.</summary>
[OnlyTheseFields(nameof(At))]
[EnableRateLimiting(RateLimits.Booking)]
public sealed class TimesPage(
    Diary diary, WaitingList waiting, Visitor visitor, SafetyPass safety, AppointmentPass pass, TimeChoice choice, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? With { get; set; }

    [BindProperty(SupportsGet = true)]
    public PartOfDay When { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty]
    public string? At { get; set; }

    public Treatment Treatment { get; private set; } = null!;

    public Clinic Clinic { get; private set; } = null!;

    public Practitioner? Asked { get; private set; }

    public ShownTimes Shown { get; private set; } = null!;

    public Refusal? Refusal { get; private set; }

    public IReadOnlyList<FreeTime> Nearest { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string treatment, CancellationToken cancellation)
    {
        if (await FindAsync(treatment, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        if (safety.Detour(this, Clinic, Treatment) is { } detour)
        {
            return detour;
        }

        await ShowAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string treatment, CancellationToken cancellation)
    {
        if (await FindAsync(treatment, cancellation) is { } elsewhere)
        {
            // Left open too long by somebody who was shown them; nobody else was.
            return elsewhere is RedirectToPageResult && pass.HasLapsed(Request) ? elsewhere : BadRequest();
        }

        // The questions may have changed, or the answer lapsed, on a page left open. Who never answered was never shown a time.
        if (safety.Detour(this, Clinic, Treatment) is { } detour)
        {
            return safety.HasAnswered(Request, Treatment.Service) ? detour : BadRequest();
        }

        if (await choice.ReadAsync(HttpContext, Clinic, Treatment, At, Asked is null, cancellation) is not { } wish)
        {
            return BadRequest();
        }

        var (held, refusal) = await diary.HoldAsync(wish, cancellation);
        return refusal is null
            ? RedirectToPage("Details", new { reference = held.Text })
            : await ShowAsync(refusal, wish, cancellation);
    }

    // What was chosen here is ticked there.
    private string? WaitingListWithChoices => !waiting.IsOpenToPatients(Clinic.Rules) ? null
        : $"/book/{Treatment.Slug}/wait{QueryString.Create("with", Asked?.Slug ?? "").Add("when", When == PartOfDay.Any ? "" : $"{When}")}";

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken cancellation)
    {
        ModelState.Clear(); // an address that was mistyped is no mistake in a form
        Clinic = await diary.ClinicAsync(cancellation);
        if (Clinic.Treatment(slug) is not { OfferedOnline: true } treatment)
        {
            return NotFound();
        }

        (Treatment, Asked) = (treatment, With is null ? null : Clinic.Practitioner(With));
        var isOpen = treatment.OpenToNewPatients || (await pass.PatientsAsync(Request, cancellation)).Count > 0;
        return isOpen ? null : RedirectToPage("Treatments", new { forPatients = true });
    }

    private async Task<IActionResult> ShowAsync(Refusal refusal, HoldWish wish, CancellationToken cancellation)
    {
        Refusal = refusal;
        Nearest = refusal.IsAboutTheTime
            ? await diary.NearestAsync(Treatment, wish.Date.ToDateTime(wish.Start), Asked, wish.Visitor, cancellation)
            : [];
        Response.StatusCode = refusal.LostARace ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        await ShowAsync(cancellation);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        var asked = new TimesAsked(Treatment, Asked, When, From);
        var open = await diary.OpenFirstFreeAsync(
            Treatment, Asked, When, ShownTimes.Start(asked, Clinic, clock.Now()), ShownTimes.Days, visitor.Of(Request), cancellation);
        Shown = new ShownTimes(open, asked) { WaitingList = WaitingListWithChoices };
    }
}
