using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Booking.Web.Pages;

/// <summary>Where a patient who has opened their appointment moves it: to one of the times that anybody could book.</summary>
[OnlyTheseFields(nameof(At), nameof(Version))]
[EnableRateLimiting(RateLimits.Manage)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class MovePage(
    Diary diary, Desk desk, SafetyPass safety, AppointmentPass pass, Nudge texts, TimeProvider clock) : PageModel
{
    private bool _isPatients;

    [BindProperty(SupportsGet = true)]
    public string? With { get; set; }

    [BindProperty(SupportsGet = true)]
    public PartOfDay When { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public Reference Reference { get; private set; }

    public Appointment Appointment { get; private set; } = null!;

    public Clinic Clinic { get; private set; } = null!;

    public ShownTimes Shown { get; private set; } = null!;

    public Refusal? Refusal { get; private set; }

    public IReadOnlyList<FreeTime> Nearest { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation) =>
        await FindAsync(reference, cancellation) ?? await ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellation)
    {
        if (await FindAsync(reference, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        if (!ChosenTime.TryParse(At, out var chosen) || Clinic.Practitioner(chosen.Practitioner) is not { } practitioner)
        {
            return BadRequest();
        }

        Refusal = await desk.MoveAsync(
            new Seen(Appointment.Id, Version),
            new MoveWish(practitioner, chosen.StartsAt),
            AppointmentEvent.ByPatient,
            cancellation);
        if (Refusal is null)
        {
            texts.SendSoon();
            this.Done("Your appointment is moved.");
            return RedirectToPage("Appointment", new { reference });
        }

        if (await FindAsync(reference, cancellation) is { } gone)
        {
            return gone;
        }

        await FindNearestAsync(Refusal, chosen, cancellation);
        Response.StatusCode = Refusal.LostARace ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return await ShowAsync(cancellation);
    }

    private async Task<IActionResult?> FindAsync(string text, CancellationToken cancellation)
    {
        if (safety.IsStopped(Request))
        {
            return RedirectToPage("/Book/Emergency");
        }

        if (!Reference.TryParse(text, out var reference) || await diary.LinkAsync(reference, cancellation) is not { } link)
        {
            return NotFound();
        }

        if (!pass.Covers(Request, link.AppointmentId))
        {
            return RedirectToPage("Appointment", new { reference = text, @for = Errand.Move });
        }

        ModelState.Clear(); // an address that was mistyped is no mistake in a form
        _isPatients = pass.IsPatients(Request, link);
        (Reference, Appointment, Clinic) = (reference, link.Appointment, await diary.ClinicAsync(cancellation));
        var isOpen = Appointment.CanBeMovedByPatient(Clinic.Rules, clock.Now()) && !Appointment.IsMovedEnough(clock.UtcNow());
        return isOpen ? null : RedirectToPage("Appointment", new { reference = text });
    }

    private async Task FindNearestAsync(Refusal refusal, ChosenTime chosen, CancellationToken cancellation) =>
        Nearest = refusal.LostARace
            ? await diary.NearestAsync(
                Appointment,
                Clinic.Treatment(Appointment.TreatmentId)!,
                chosen.StartsAt,
                Clinic.Practitioner(With ?? ""),
                cancellation)
            : [];

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        var treatment = Clinic.Treatment(Appointment.TreatmentId)!;
        var asked = new TimesAsked(treatment, Clinic.Practitioner(With ?? ""), When, From);
        var open = await diary.OpenFirstFreeAsync(
            Appointment, treatment, asked.With, When, ShownTimes.Start(asked, Clinic, clock.Now()), ShownTimes.Days, cancellation);
        Shown = new ShownTimes(open, asked)
        {
            WaitingList = Appointment.CanMoveUp(Clinic, clock.Now()) && _isPatients ? $"/appointment/{Reference.Text}/earlier" : null,
        };
        return Page();
    }
}
