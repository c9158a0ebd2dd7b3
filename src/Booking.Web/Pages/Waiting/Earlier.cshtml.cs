using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Booking.Web.Pages;

/// <summary>Where a patient who has opened their appointment asks to be told of an earlier time, and keeps theirs meanwhile.</summary>
[OnlyTheseFields("Wishes.From", nameof(Seen), Repeated = ["Wishes.With", "Wishes.Days", "Wishes.Parts"])]
[EnableRateLimiting(RateLimits.Manage)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EarlierPage(
    Diary diary, WaitingList waiting, SafetyPass safety, AppointmentPass pass, Nudge texts, TimeProvider clock) : PageModel
{
    [BindProperty]
    public WishesInput Wishes { get; set; } = new();

    /// <summary>Whether they have been shown what is free now.</summary>
    [BindProperty]
    public bool Seen { get; set; }

    public FreeNow FreeNow => new(Free, $"/appointment/{Reference.Text}/move", Seen || Free.Count > 0);

    public Reference Reference { get; private set; }

    public Appointment Appointment { get; private set; } = null!;

    public Clinic Clinic { get; private set; } = null!;

    public Refusal? Refusal { get; private set; }

    /// <summary>Whether they wait with another appointment, so that there is nothing to fill in.</summary>
    public bool WaitsWithAnother { get; private set; }

    private IReadOnlyList<FreeTime> Free { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation) =>
        await FindAsync(reference, cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellation)
    {
        if (await FindAsync(reference, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        Wishes.Judge(ModelState, nameof(Wishes), clock.Today());
        if (!ModelState.IsValid || WaitsWithAnother)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var treatment = Clinic.Treatment(Appointment.TreatmentId)!;
        var wishes = Wishes.In(Clinic, treatment, clock.Today());
        Free = Seen ? [] : await waiting.FreeNowAsync(treatment, wishes, Appointment, FreeNow.Most, cancellation);
        if (Free.Count > 0)
        {
            return Page();
        }

        var (place, refusal) = await waiting.JoinAsync(
            new WaitingWish(
                treatment,
                wishes,
                Typed: null,
                Appointment.PatientId,
                Appointment.RedFlagVersion,
                Appointment.Id),
            AppointmentEvent.ByPatient,
            cancellation);
        if (refusal is null)
        {
            texts.SendSoon();
            return RedirectToPage("Place", new { reference = (await waiting.NewLinkAsync(place, cancellation)).Text });
        }

        Refusal = refusal;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
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
            return RedirectToPage("/Appointment/Appointment", new { reference = text, @for = Errand.Earlier });
        }

        (Reference, Appointment, Clinic) = (reference, link.Appointment, await diary.ClinicAsync(cancellation));
        var treatment = Clinic.Treatment(Appointment.TreatmentId)!;
        (Wishes.Practitioners, Wishes.UntilKept) = ([.. Clinic.WhoGive(treatment)], Appointment.Date);
        // Who has only typed somebody's name and number learns nothing of where that person waits, and changes nothing there.
        var isOpen = waiting.IsOpenToPatients(Clinic.Rules)
            && pass.IsPatients(Request, link) && Appointment.CanMoveUp(Clinic, clock.Now());
        if (!isOpen)
        {
            return RedirectToPage("/Appointment/Appointment", new { reference = text });
        }

        Refusal = await waiting.WhyNotForAsync(Appointment, cancellation);
        WaitsWithAnother = Refusal is not null;
        return null;
    }
}
