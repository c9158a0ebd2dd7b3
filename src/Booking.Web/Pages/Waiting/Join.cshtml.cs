using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Booking.Web.Pages;

/// <summary>Where a patient for whom nothing suitable is free joins the waiting list, by the same rules by which they would book.</summary>
[OnlyTheseFields(
    "Input.FullName", "Input.Mobile", nameof(For), nameof(Seen), "Wishes.From", "Wishes.Until",
    Repeated = ["Wishes.With", "Wishes.Days", "Wishes.Parts"])]
[EnableRateLimiting(RateLimits.Booking)]
public sealed class JoinPage(
    Diary diary, WaitingList waiting, SafetyPass safety, AppointmentPass pass, Nudge texts, TimeProvider clock) : PageModel
{
    private const string NotTextable = "Enter a UK mobile number like 07700 900123: we text you when a time comes free";

    [BindProperty]
    public DetailsInput Input { get; set; } = new();

    [BindProperty]
    public WishesInput Wishes { get; set; } = new();

    /// <summary>Which of those who have shown who they are it is for.</summary>
    [BindProperty]
    public int? For { get; set; }

    /// <summary>Whether they have been shown what is free now.</summary>
    [BindProperty]
    public bool Seen { get; set; }

    public FreeNow FreeNow => new(Free, $"/book/{Treatment.Slug}", Seen || Free.Count > 0);

    public IReadOnlyList<Patient> Known { get; private set; } = [];

    public bool IsForKnown => !Treatment.OpenToNewPatients;

    public Treatment Treatment { get; private set; } = null!;

    public Clinic Clinic { get; private set; } = null!;

    public Refusal? Refusal { get; private set; }

    private IReadOnlyList<FreeTime> Free { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(string treatment, string? with, PartOfDay? when, CancellationToken cancellation)
    {
        if (await FindAsync(treatment, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        ModelState.Clear();
        (Wishes.With, Wishes.Parts) = (with is null ? [] : [with], when is { } part ? [part] : []);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string treatment, CancellationToken cancellation)
    {
        if (await FindAsync(treatment, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        var patient = Known.FirstOrDefault(known => known.Id == For);
        Judge(patient);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var wishes = Wishes.In(Clinic, Treatment, clock.Today());
        Free = Seen ? [] : await waiting.FreeNowAsync(Treatment, wishes, keeps: null, FreeNow.Most, cancellation);
        if (Free.Count > 0)
        {
            return Page();
        }

        var (_, refusal) = await waiting.JoinAsync(
            new WaitingWish(
                Treatment,
                wishes,
                patient is null ? Input.ToPatient() : null,
                patient?.Id,
                safety.Cleared(Request, Treatment.Service)),
            AppointmentEvent.ByPatient,
            cancellation);
        if (refusal is not null)
        {
            Refuse(refusal);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        texts.SendSoon();
        return RedirectToPage("Joined");
    }

    private void Refuse(Refusal refusal)
    {
        if (refusal == WaitingList.NoTextsThere && !IsForKnown)
        {
            ModelState.AddModelError("Input.Mobile", refusal.Words);
        }
        else
        {
            Refusal = refusal;
        }
    }

    private void Judge(Patient? patient)
    {
        if (IsForKnown)
        {
            DetailsInput.WasNotAsked(ModelState);
            if (patient is null)
            {
                ModelState.AddModelError(nameof(For), "Choose who it is for");
            }
        }
        else if (Telephone.TryParse(Input.Mobile, out var number) && !number.IsTextable)
        {
            ModelState.AddModelError("Input.Mobile", NotTextable);
        }

        Wishes.Judge(ModelState, nameof(Wishes), clock.Today());
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken cancellation)
    {
        Clinic = await diary.ClinicAsync(cancellation);
        if (Clinic.Treatment(slug) is not { OfferedOnline: true } treatment || !waiting.IsOpenToPatients(Clinic.Rules))
        {
            return NotFound();
        }

        (Treatment, Wishes.Practitioners) = (treatment, [.. Clinic.WhoGive(treatment)]);
        if (IsForKnown)
        {
            Known = await pass.PatientsAsync(Request, cancellation);
        }

        return IsForKnown && Known.Count == 0
            ? RedirectToPage("/Book/Treatments", new { forPatients = true })
            : safety.Detour(this, Clinic, Treatment);
    }
}
