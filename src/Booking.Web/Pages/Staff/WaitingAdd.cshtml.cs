using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>Where reception puts somebody on the waiting list: from their page, or while they are on the telephone.</summary>
[Authorize(StaffPolicy.Reception)]
[OnlyTheseFields(
    "What", "Who", nameof(Keeps), nameof(SafetyAsked), "Input.FullName", "Input.Mobile", "Wishes.From", "Wishes.Until",
    Repeated = ["Wishes.With", "Wishes.Days", "Wishes.Parts"])]
public sealed class StaffWaitingAddPage(
    WaitingList waiting, Diary diary, Patients patients, Nudge texts, TimeProvider clock) : PageModel
{
    [BindProperty]
    public DetailsInput Input { get; set; } = new();

    [BindProperty]
    public WishesInput Wishes { get; set; } = new();

    /// <summary>The appointment that they keep until something earlier comes free.</summary>
    [BindProperty]
    public int? Keeps { get; set; }

    /// <summary>The version of the safety questions that were asked, all answered with no.</summary>
    [BindProperty]
    public int? SafetyAsked { get; set; }

    public Patient? Patient { get; private set; }

    public Clinic Clinic { get; private set; } = null!;

    public Treatment Treatment { get; private set; } = null!;

    /// <summary>Those of whose times patients say yes themselves.</summary>
    public IEnumerable<Treatment> Treatments => Clinic.Treatments.Where(treatment => treatment.OfferedOnline);

    /// <summary>The patient's appointments of this treatment that could be moved to an earlier time.</summary>
    public IReadOnlyList<Appointment> Keeping { get; private set; } = [];

    public bool NeedsSafety => Treatment.Service.NeedsRedFlagCheck;

    public async Task<IActionResult> OnGetAsync(int? patient, string? treatment, CancellationToken cancellation)
    {
        ModelState.Clear();
        return await FindAsync(patient, treatment, cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(
        [FromForm(Name = "Who")] int? who, [FromForm(Name = "What")] string? what, CancellationToken cancellation)
    {
        if (!await FindAsync(who, what, cancellation) || Treatment.Slug != what
            || (Keeps is not null && Keeping.All(visit => visit.Id != Keeps)))
        {
            return BadRequest();
        }

        Judge();
        if (!ModelState.IsValid)
        {
            return this.BadForm();
        }

        var wish = new WaitingWish(
            Treatment, Wishes.In(Clinic, Treatment, clock.Today()), Patient is null ? Input.ToPatient() : null, who, SafetyAsked, Keeps);
        var (entry, refusal) = await waiting.JoinAsync(wish, User.Identity!.Name!, cancellation);
        if (refusal is not null)
        {
            return this.Conflict(refusal);
        }

        texts.SendSoon();
        this.Done("They are on the waiting list.");
        return RedirectToPage("/Staff/WaitingPlace", new { id = entry });
    }

    private void Judge()
    {
        if (Patient is not null)
        {
            DetailsInput.WasNotAsked(ModelState);
        }

        if (NeedsSafety && Keeps is null && (SafetyAsked is null || SafetyAsked != Clinic.RedFlags?.Version))
        {
            ModelState.AddModelError(nameof(SafetyAsked), "Ask the safety questions first");
        }

        Wishes.UntilKept = Keeping.Where(visit => visit.Id == Keeps).Select(visit => (DateOnly?)visit.Date).FirstOrDefault();
        Wishes.Judge(ModelState, nameof(Wishes), clock.Today());
    }

    private async Task<bool> FindAsync(int? patient, string? treatment, CancellationToken cancellation)
    {
        Clinic = await diary.ClinicAsync(cancellation);
        Patient = patient is { } id ? await patients.ReadAsync(id, cancellation) : null;
        if ((patient is not null && Patient is null)
            || (Treatments.FirstOrDefault(one => one.Slug == treatment) ?? Treatments.FirstOrDefault()) is not { } what)
        {
            return false;
        }

        (Treatment, Wishes.Practitioners) = (what, [.. Clinic.WhoGive(what)]);
        if (Patient is not null)
        {
            var now = clock.Now();
            Keeping = [.. (await patients.AppointmentsAsync(Patient.Id, cancellation))
                .Where(a => a.TreatmentId == what.Id && a.CanBeMovedByPatient(Clinic.Rules, now)).OrderBy(a => a.StartsAt)];
        }

        return true;
    }
}
