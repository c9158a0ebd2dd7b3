using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Booking.Web.Pages;

/// <summary>Where a patient gives their name and mobile for the time they hold.</summary>
[OnlyTheseFields("Input.FullName", "Input.Mobile", "Input.Email", nameof(At), nameof(For), nameof(RingMe))]
[EnableRateLimiting(RateLimits.Booking)]
public sealed class DetailsPage(
    Diary diary,
    Visitor visitor,
    SafetyPass safety,
    AppointmentPass pass,
    TimeChoice choice,
    Promises promises,
    Nudge texts,
    TimeProvider clock) : PageModel
{
    private AppointmentLink? _booked;

    [BindProperty]
    public DetailsInput Input { get; set; } = new();

    /// <summary>Another time, chosen because the held one has gone.</summary>
    [BindProperty]
    public string? At { get; set; }

    public Reference Reference { get; private set; }

    public Hold Hold { get; private set; } = null!;

    public Treatment Treatment { get; private set; } = null!;

    public Practitioner Practitioner { get; private set; } = null!;

    /// <summary>Which of those who have shown who they are it is for.</summary>
    [BindProperty]
    public int? For { get; set; }

    /// <summary>Those who have shown who they are, where the treatment is for them alone: they are not asked again.</summary>
    public IReadOnlyList<Patient> Known { get; private set; } = [];

    /// <summary>What the one of them is told, and how.</summary>
    public string KnownPromise { get; private set; } = "";

    /// <summary>That somebody without a mobile and an address wants to be rung if anything changes.</summary>
    [BindProperty]
    public bool RingMe { get; set; }

    /// <summary>Whether they are to be asked that.</summary>
    public bool IsAskedToBeRung { get; private set; }

    public bool IsForKnown => !Treatment.OpenToNewPatients;

    public Refusal? Refusal { get; private set; }

    public bool JustSwitched { get; private set; }

    public IReadOnlyList<FreeTime> Nearest { get; private set; } = [];

    public TimeOnly HeldUntil => TimeOnly.FromDateTime(ClinicTime.ToWall(Hold.Expires));

    /// <summary>Until when it could be cancelled free of charge.</summary>
    public DateTime FreeUntil { get; private set; }

    public bool CanBeFree => clock.Now() < FreeUntil;

    public bool IsHeld => Hold.IsLive(clock.UtcNow());

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation) =>
        await FindAsync(reference, cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellation)
    {
        if (await FindAsync(reference, cancellation) is { } elsewhere)
        {
            await OpenBookedAsync(cancellation);
            return elsewhere;
        }

        var patient = Known.FirstOrDefault(known => known.Id == For);
        if (IsForKnown)
        {
            ModelState.Clear();
            if (patient is null)
            {
                ModelState.AddModelError(nameof(For), "Choose who the appointment is for");
            }
        }
        else if (promises.WhatIsMissing(Input.Mobile, Input.Email) is { } missing)
        {
            IsAskedToBeRung = true;
            if (!RingMe)
            {
                ModelState.AddModelError("Input.Mobile", missing);
            }
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var (booked, refusal) = patient is null
            ? await diary.BookAsync(Reference, Input.ToPatient(), cancellation)
            : await diary.BookAsync(Reference, patient.Id, cancellation);
        return refusal is null ? Booked(booked) : await ShowAsync(refusal, cancellation);
    }

    /// <summary>Holds another time, and keeps what was typed.</summary>
    public async Task<IActionResult> OnPostSwitchAsync(string reference, CancellationToken cancellation)
    {
        if (await FindAsync(reference, cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        var clinic = await diary.ClinicAsync(cancellation);
        if (await choice.ReadAsync(HttpContext, clinic, Treatment, At, anyoneWillDo: false, cancellation) is not { } wish)
        {
            return BadRequest();
        }

        ModelState.Clear();
        var (held, refusal) = await diary.HoldAsync(wish with { RedFlagVersion = Hold.RedFlagVersion }, cancellation);
        if (refusal is not null)
        {
            return await ShowAsync(refusal, cancellation);
        }

        JustSwitched = true;
        return await FindAsync(held.Text, cancellation) ?? Page();
    }

    private async Task<IActionResult?> FindAsync(string text, CancellationToken cancellation)
    {
        if (!Reference.TryParse(text, out var reference))
        {
            return NotFound();
        }

        Reference = reference;
        if (safety.IsStopped(Request))
        {
            return RedirectToPage("Emergency");
        }

        if (await diary.HoldOfAsync(reference, cancellation) is not { } hold)
        {
            _booked = await diary.LinkAsync(reference, cancellation);
            return _booked is null
                ? NotFound()
                : RedirectToPage("/Appointment/Appointment", new { reference = reference.Text });
        }

        var clinic = await diary.ClinicAsync(cancellation);
        (Hold, Treatment, Practitioner) =
            (hold, clinic.Treatment(hold.TreatmentId)!, clinic.Practitioner(hold.PractitionerId)!);
        FreeUntil = clinic.Rules.FreeCancellationUntil(hold.Slot.StartsAt);
        if (IsForKnown)
        {
            Known = await pass.PatientsAsync(Request, cancellation);
            KnownPromise = Known is [var known] ? (await promises.ToAsync(known, appointment: null, cancellation)).Beforehand : "";
        }

        if (Treatment.Service.NeedsRedFlagCheck && !HasAnswered(clinic))
        {
            return RedirectToPage("Safety", new { treatment = Treatment.Slug });
        }

        return IsForKnown && Known.Count == 0 ? RedirectToPage("Treatments", new { forPatients = true }) : null;
    }

    // A hold is as good as the answer behind it: whoever opens its address elsewhere is asked for themselves. Where it was made
    // the answer does not lapse under somebody's hands while the questions are the same; a "yes" since then has taken it away.
    private bool HasAnswered(Clinic clinic) => Hold.RedFlagVersion is { } answered
        && (safety.Cleared(Request, Treatment.Service) == answered
            || (clinic.RedFlags?.Version == answered && visitor.Of(Request)?.SequenceEqual(Hold.Visitor) == true));

    // The answer to the first try was lost on the way: whoever sends the same number again sees the appointment whole.
    private async Task OpenBookedAsync(CancellationToken cancellation)
    {
        if (_booked is not { } link)
        {
            return;
        }

        var known = await pass.PatientsAsync(Request, cancellation);
        if (known.Any(patient => patient.Id == link.Appointment.PatientId)
            || (Telephone.TryParse(Input.Mobile, out var typed) && await diary.UnlockAsync(link, typed.LastFour, cancellation)))
        {
            pass.Give(HttpContext, link.AppointmentId);
        }
    }

    private RedirectToPageResult Booked(int appointmentId)
    {
        pass.Give(HttpContext, appointmentId);
        texts.SendSoon();
        return RedirectToPage("/Appointment/Appointment", new { reference = Reference.Text });
    }

    private async Task<IActionResult> ShowAsync(Refusal refusal, CancellationToken cancellation)
    {
        Refusal = refusal;
        Nearest = refusal.IsAboutTheTime
            ? await diary.NearestAsync(
                Treatment,
                Hold.Slot.StartsAt,
                with: null,
                Hold.Visitor,
                cancellation,
                beside: refusal == Refusal.CannotComeThen ? Hold.Slot : null)
            : [];
        Response.StatusCode = refusal.LostARace ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Page();
    }
}
