using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>Where reception books without the diary's screen, on a phone or without JavaScript: for whom, then when, then the rest.</summary>
[Authorize(StaffPolicy.Reception)]
[OnlyTheseFields(
    "q", "Input.Patient", "Input.Name", "Input.Telephone", "Input.Email", "Input.Born", "Input.Treatment", "Input.Practitioner",
    "Input.Start", "Input.Minutes", "Input.Note", "Input.Overrule", "Input.SafetyAsked")]
public sealed class BookAtDeskPage(
    Desk desk, Diary diary, Patients patients, IAuthorizationService authorization, TimeProvider clock) : PageModel
{
    private const int TimesShown = 12;

    [BindProperty(Name = "q")]
    public string? Typed { get; set; }

    [BindProperty]
    public PhoneBooking Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "new")]
    public bool IsNew { get; set; }

    public Clinic Clinic { get; private set; } = null!;

    /// <summary>Null until somebody is looked for.</summary>
    public IReadOnlyList<FoundPatient>? Found { get; private set; }

    public Patient? Patient { get; private set; }

    public Treatment Treatment { get; private set; } = null!;

    public Practitioner? With { get; private set; }

    public DateOnly From { get; private set; }

    public IReadOnlyList<FreeTime> Free { get; private set; } = [];

    public ChosenTime? Chosen { get; private set; }

    public Refusal? Refusal { get; private set; }

    public IReadOnlyList<FreeTime> Nearest { get; private set; } = [];

    public bool CanOverrule { get; private set; }

    public bool NeedsSafety => Treatment.Service.NeedsRedFlagCheck;

    public string NameOf(string practitioner) => Clinic.Practitioner(practitioner)?.FullName ?? "";

    public async Task<IActionResult> OnGetAsync(
        int? patient, string? treatment, string? with, string? from, string? at, CancellationToken cancellation)
    {
        ModelState.Clear();
        await ReadAsync(patient, treatment, cancellation);
        if (patient is not null && Patient is null)
        {
            return NotFound();
        }

        With = Clinic.Practitioner(with ?? "");
        From = IsoDates.TryParseDay(from, out var date) && date > clock.Today() ? date : clock.Today();
        if (ChosenTime.TryParse(at, out var chosen) && Clinic.Practitioner(chosen.Practitioner) is not null)
        {
            Choose(chosen, patient);
        }
        else if (Patient is not null || IsNew)
        {
            var after = From == clock.Today() ? clock.Now() : From.ToDateTime(TimeOnly.MinValue);
            Free = await desk.NextFreeAsync(new FreeTimeWish(Treatment, With, after, PatientId: patient), TimesShown, cancellation);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        await ReadAsync(patient: null, treatment: null, cancellation);
        if (!PatientSearch.TryParse(Typed, out var search))
        {
            return this.BadForm("q", PatientsPage.TooLittle);
        }

        Found = await patients.FindAsync(search, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostBookAsync(CancellationToken cancellation)
    {
        await ReadAsync(Input.Patient, Input.Treatment, cancellation);
        if (!ChosenTime.TryParse(Input.Start is [var start] ? start : null, out var chosen)
            || Clinic.Practitioner(chosen.Practitioner) is null
            || Clinic.Treatment(Input.Treatment) is null)
        {
            return BadRequest();
        }

        (Chosen, IsNew) = (chosen, Input.Patient is null);
        if (!ModelState.IsValid)
        {
            return this.BadForm();
        }

        var booking = Input.In(Clinic)!;
        if (await authorization.WhyNotTheirsAsync(User, booking) is not null)
        {
            return Forbid();
        }

        var (booked, refusal) = await desk.BookAsync(booking, User.Identity!.Name!, cancellation);
        return refusal is null
            ? RedirectToPage("/Staff/Appointment", new { booked[0].Id })
            : await RefusedAsync(refusal, booking, cancellation);
    }

    private async Task<IActionResult> RefusedAsync(Refusal refusal, DeskBooking booking, CancellationToken cancellation)
    {
        var (start, with) = booking.Visits[0];
        Refusal = refusal;
        Nearest = await desk.NearestAsync(booking.Treatment, with, start, booking.Minutes, booking.PatientId, cancellation);
        CanOverrule = refusal.CanBeOverruled && await authorization.MayOverruleAsync(User);
        return this.Conflict(refusal);
    }

    private async Task ReadAsync(int? patient, string? treatment, CancellationToken cancellation)
    {
        Clinic = await diary.ClinicAsync(cancellation);
        Treatment = Clinic.Treatment(treatment ?? "") ?? Clinic.Treatments.First(one => !one.Archived);
        Patient = patient is { } id ? await patients.ReadAsync(id, cancellation) : null;
    }

    private void Choose(ChosenTime chosen, int? patient)
    {
        Chosen = chosen;
        Input = new PhoneBooking
        {
            Patient = patient,
            Treatment = Treatment.Slug,
            Practitioner = chosen.Practitioner,
            Start = [chosen.ToString()],
            Minutes = Treatment.Minutes,
        };
    }
}
