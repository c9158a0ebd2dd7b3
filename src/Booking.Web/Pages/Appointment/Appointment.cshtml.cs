using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Booking.Web.Pages;

/// <summary>
/// A patient's appointment, reached from the link in a text: whoever has the link sees a first name and a time, whoever
/// knows the telephone too sees the rest and can cancel.
/// </summary>
[OnlyTheseFields(nameof(LastFour), nameof(Version), nameof(ToldBy))]
[EnableRateLimiting(RateLimits.Manage)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AppointmentPage(
    Diary diary,
    Desk desk,
    Patients patients,
    WaitingList waiting,
    Promises promises,
    AppointmentPass pass,
    Nudge texts,
    IOptions<ClinicOptions> clinicOptions,
    TimeProvider clock) : PageModel
{
    private const string Reason = "By the patient, online";

    [BindProperty]
    public string? LastFour { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>How the patient wants to be told from now on.</summary>
    [BindProperty]
    public ToldBy? ToldBy { get; set; }

    /// <summary>What they came for, and are led on to once they have given the digits.</summary>
    [BindProperty(SupportsGet = true)]
    public Errand? For { get; set; }

    public AppointmentLink Link { get; private set; } = null!;

    public Appointment Appointment => Link.Appointment;

    public Clinic Clinic { get; private set; } = null!;

    public bool IsOpen { get; private set; }

    public bool NoTriesLeft => Link.WrongTries >= AppointmentLink.MostTries;

    public Refusal? Refusal { get; private set; }

    public bool CanMove => Appointment.CanBeMovedByPatient(Clinic.Rules, clock.Now()) && !IsMovedEnough;

    public bool IsMovedEnough => Appointment.IsMovedEnough(clock.UtcNow());

    /// <summary>Whether they can ask to be told of something earlier.</summary>
    public bool CanMoveUp => waiting.IsOpenToPatients(Clinic.Rules)
        && Appointment.CanMoveUp(Clinic, clock.Now()) && pass.IsPatients(Request, Link);

    public bool CanCancel => Appointment.CanBeCancelled(clock.Now());

    public DateTime FreeUntil => Clinic.Rules.FreeCancellationUntil(Appointment.StartsAt);

    public bool IsFree => clock.Now() <= FreeUntil;

    /// <summary>Whether it could not be cancelled free of charge even when it was booked.</summary>
    public bool WasTooSoon => ClinicTime.ToWall(Appointment.BookedAt) > FreeUntil;

    public bool IsToCome => clock.Now() < Appointment.StartsAt;

    /// <summary>Whether the patient can choose e-mails: there is an address, and it is no stranger who has booked in their name.</summary>
    public bool CanChooseEmails => promises.SendsEmails
        && Message.EmailOf(Appointment, Appointment.Patient) is not null
        && pass.IsPatients(Request, Link);

    /// <summary>What the patient can count on, as the messages stand.</summary>
    public string WhatWeTell { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation) =>
        await FindAsync(reference, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellation)
    {
        if (!await FindAsync(reference, cancellation))
        {
            return NotFound();
        }

        var digits = new string([.. (LastFour ?? "").Where(char.IsAsciiDigit)]);
        if (digits.Length != 4)
        {
            return Wrong("Enter the last four digits of the mobile number that you booked with");
        }

        if (!await diary.UnlockAsync(Link, digits, cancellation))
        {
            await FindAsync(reference, cancellation); // how many tries are left
            return Wrong("Those are not the last four digits of the number that you booked with");
        }

        pass.Give(HttpContext, Link);
        return LeadOn(reference);
    }

    public async Task<IActionResult> OnPostCancelAsync(string reference, CancellationToken cancellation)
    {
        if (!await FindAsync(reference, cancellation))
        {
            return NotFound();
        }

        if (!IsOpen)
        {
            return AskAgain(reference, Errand.Cancel);
        }

        if (!Appointment.Stands)
        {
            return RedirectToPage(new { reference });
        }

        Refusal = await desk.CancelAsync(
            new Seen(Link.AppointmentId, Version), Reason, AppointmentEvent.ByPatient, cancellation);
        if (Refusal is null)
        {
            texts.SendSoon(); // somebody on the waiting list may want the time
            return RedirectToPage(new { reference });
        }

        await FindAsync(reference, cancellation);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    public async Task<IActionResult> OnPostTellAsync(string reference, CancellationToken cancellation)
    {
        if (!await FindAsync(reference, cancellation))
        {
            return NotFound();
        }

        if (!IsOpen)
        {
            return AskAgain(reference, Errand.ToldBy);
        }

        if (CanChooseEmails && ToldBy is { } choice && Enum.IsDefined(choice))
        {
            await patients.TellByAsync(Appointment.PatientId, choice, Appointment.Email, AppointmentEvent.ByPatient, cancellation);
            this.Done("Saved.");
        }

        return RedirectToPage(new { reference });
    }

    public async Task<IActionResult> OnGetCalendarAsync(string reference, CancellationToken cancellation)
    {
        if (!await FindAsync(reference, cancellation))
        {
            return NotFound();
        }

        if (!IsOpen)
        {
            return AskAgain(reference, Errand.Calendar);
        }

        var file = CalendarFile.Of(Appointment, clinicOptions.Value, clock.UtcNow());
        return File(file, CalendarFile.ContentType, CalendarFile.Name);
    }

    private async Task<bool> FindAsync(string text, CancellationToken cancellation)
    {
        if (!Reference.TryParse(text, out var reference)
            || await diary.LinkAsync(reference, cancellation) is not { } link)
        {
            return false;
        }

        ModelState.Clear(); // an address that was mistyped is no mistake in a form
        (Link, Clinic) = (link, await diary.ClinicAsync(cancellation));
        IsOpen = pass.Covers(Request, link.AppointmentId);
        if (IsOpen)
        {
            // Anybody may have typed a name and a number: what the clinic knows of that person is theirs alone to read.
            var promise = pass.IsPatients(Request, link)
                ? await promises.ToAsync(Appointment.Patient, Appointment, cancellation)
                : Promise.ToWhoever(Telephone.Parse(Appointment.Patient.Telephone), Appointment.Email, promises.SendsEmails);
            WhatWeTell = promise.About(Appointment, clinicOptions.Value.Telephone);
        }

        return true;
    }

    private RedirectToPageResult AskAgain(string reference, Errand errand) => RedirectToPage(new { reference, @for = errand });

    private RedirectToPageResult LeadOn(string reference) => For switch
    {
        Errand.Move => RedirectToPage("Move", new { reference }),
        Errand.Earlier => RedirectToPage("/Waiting/Earlier", new { reference }),
        Errand.Cancel or Errand.ToldBy => RedirectToPage("Appointment", null, new { reference, @for = For }, For.ToString()),
        _ => RedirectToPage("Appointment", new { reference }),
    };

    private PageResult Wrong(string words)
    {
        // Then there is no field left to lead to, and what was typed may even be right.
        ModelState.AddModelError(NoTriesLeft ? "" : nameof(LastFour), NoTriesLeft ? "Too many wrong tries" : words);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
