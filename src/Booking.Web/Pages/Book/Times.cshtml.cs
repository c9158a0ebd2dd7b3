using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Booking.Web.Pages;

/// <summary>Where a patient chooses a time: soonest first, with anyone unless they would rather see somebody.</summary>
[OnlyTheseFields(nameof(At))]
[EnableRateLimiting(RateLimits.Booking)]
public sealed class TimesPage(
    Diary diary, Visitor visitor, SafetyPass safety, AppointmentPass pass, TimeChoice choice, TimeProvider clock) : PageModel
{
    public const int DaysShown = 7;

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

    public Availability Shown { get; private set; } = null!;

    public Refusal? Refusal { get; private set; }

    public IReadOnlyList<FreeTime> Nearest { get; private set; } = [];

    public DateOnly First => Shown.Dates.First();

    public DateOnly? Later => First.AddDays(DaysShown) is var next && next <= Clinic.Rules.LastDay(clock.Now()) ? next : null;

    public DateOnly? Earlier => clock.Today() is var today && First <= today
        ? null
        : First.AddDays(-DaysShown) is var before && before > today ? before : today;

    /// <summary>The days shown, up to the last that can be booked.</summary>
    public IEnumerable<DateOnly> Dates => Shown.Dates.Where(date => date <= Clinic.Rules.LastDay(clock.Now()));

    /// <summary>Why a day without times has none.</summary>
    public string WhyNone(DateOnly date)
    {
        if (Clinic.ClosureOn(date) is { } closure)
        {
            return $"closed, {closure.Reason}";
        }

        if (!Clinic.WhoGive(Treatment).Any(practitioner => !practitioner.HoursOn(date).IsEmpty))
        {
            return "closed";
        }

        return Asked is null && When == PartOfDay.Any ? "no times left" : "no such times left";
    }

    public IEnumerable<FreeTime> On(DateOnly date) =>
        Shown.On(date, Treatment, Asked).Where(time => When.Has(time.Slot.Start));

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
        if (await FindAsync(treatment, cancellation) is not null)
        {
            return BadRequest();
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

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken cancellation)
    {
        Clinic = await diary.ClinicAsync(cancellation);
        if (Clinic.Treatment(slug) is not { OfferedOnline: true } treatment)
        {
            return NotFound();
        }

        (Treatment, Asked) = (treatment, With is null ? null : Clinic.Practitioner(With));
        var isOpen = treatment.OpenToNewPatients || (await pass.PatientsAsync(Request, cancellation)).Count > 0;
        return isOpen ? null : RedirectToPage("Treatments");
    }

    private async Task<IActionResult> ShowAsync(Refusal refusal, HoldWish wish, CancellationToken cancellation)
    {
        Refusal = refusal;
        Nearest = await diary.NearestAsync(
            Treatment, wish.Date.ToDateTime(wish.Start), Asked, wish.Visitor, cancellation);
        Response.StatusCode = refusal.LostARace ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        await ShowAsync(cancellation);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        var (today, lastDay) = (clock.Today(), Clinic.Rules.LastDay(clock.Now()));
        var from = From is { } asked && asked > today ? asked : today;
        from = from > lastDay ? lastDay : from;
        Shown = await diary.OpenFirstFreeAsync(
            Treatment, Asked, When, from, DaysShown, visitor.Of(Request), cancellation);
    }
}
