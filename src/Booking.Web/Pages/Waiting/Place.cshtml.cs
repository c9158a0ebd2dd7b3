using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Booking.Web.Pages;

/// <summary>
/// Somebody's place on the waiting list, reached by a secret link: from the text of an offer they say yes or no to it, from the
/// page on which they joined they see how it works; from both they leave the list.
/// </summary>
[OnlyTheseFields(nameof(Asked), nameof(Answer), nameof(Version))]
[EnableRateLimiting(RateLimits.Manage)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PlacePage(
    Diary diary, WaitingList waiting, SafetyPass safety, AppointmentPass pass, Nudge texts, TimeProvider clock) : PageModel
{
    private const string Left = "Left the list";

    /// <summary>The offer that stood above the button.</summary>
    [BindProperty]
    public int Asked { get; set; }

    [BindProperty]
    public SafetyAnswer? Answer { get; set; }

    /// <summary>The version of the wording that stood above the question.</summary>
    [BindProperty]
    public int Version { get; set; }

    public WaitingEntry Entry { get; private set; } = null!;

    public Offer? Offer { get; private set; }

    public Clinic Clinic { get; private set; } = null!;

    public Refusal? Refusal { get; private set; }

    public bool IsBooked => Offer?.State == OfferState.Accepted;

    public bool IsKept => Offer?.IsOpen(clock.UtcNow()) == true;

    /// <summary>Whether yes may still get them the time: it is kept for them, or was until a while ago.</summary>
    public bool CanSayYes => Entry.IsWaiting && Offer is not null && clock.Now() < Offer.StartsAt
        && Offer.State is OfferState.Open or OfferState.Lapsed or OfferState.Declined;

    /// <summary>
    /// The appointment that they keep. Whoever joined in somebody's name is not told of it: only who was texted, or has shown on
    /// this browser that the appointment is theirs.
    /// </summary>
    public Appointment? Kept =>
        Offer is not null || (Entry.Kept is { } kept && pass.Covers(Request, kept.Id)) ? Entry.Kept : null;

    public DateTime FreeUntil => Clinic.Rules.FreeCancellationUntil(Offer!.StartsAt);

    public bool CanBeFree => clock.Now() < FreeUntil;

    public string Wishes => Entry.Wishes.Said(Clinic, clock.Today());

    public string Heading => Offer!.State switch
    {
        OfferState.Accepted => "You are booked",
        OfferState.Open when IsKept => $"{Entry.FirstName}, this time has come free",
        OfferState.Open or OfferState.Lapsed => "This time was kept for you",
        OfferState.Declined => "You said no to this time",
        OfferState.Gone => "That time has just gone",
        OfferState.Withdrawn => "This time is no longer offered",
    };

    /// <summary>The safety questions, if they are others than those that were answered on joining.</summary>
    public RedFlagWording? Questions => Entry.Kept is null && Entry.Treatment.Service.NeedsRedFlagCheck
        && Clinic.RedFlags is { } wording && wording.Version != Entry.RedFlagVersion ? wording : null;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation) =>
        await FindAsync(reference, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostYesAsync(string reference, CancellationToken cancellation)
    {
        if (!await FindAsync(reference, cancellation) || Offer?.Id != Asked)
        {
            return NotFound();
        }

        if (safety.IsStopped(Request))
        {
            return RedirectToPage("/Book/Emergency");
        }

        if (Questions is { } wording && CanSayYes && WhyNotAnswered(wording) is { } wrong)
        {
            ModelState.AddModelError(nameof(Answer), wrong);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (Answer == SafetyAnswer.Yes)
        {
            await waiting.DeclineAsync(Offer.Id, cancellation);
            safety.Stop(Response);
            return RedirectToPage("/Book/Emergency");
        }

        Refusal = await waiting.AcceptAsync(
            Offer.Id, Answer == SafetyAnswer.None ? Questions?.Version : null, cancellation);
        texts.SendSoon();
        if (Refusal is null)
        {
            return RedirectToPage(new { reference });
        }

        await FindAsync(reference, cancellation);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    public async Task<IActionResult> OnPostNoAsync(string reference, CancellationToken cancellation)
    {
        if (!await FindAsync(reference, cancellation) || Offer?.Id != Asked)
        {
            return NotFound();
        }

        await waiting.DeclineAsync(Offer.Id, cancellation);
        texts.SendSoon();
        return RedirectToPage(new { reference });
    }

    public async Task<IActionResult> OnPostLeaveAsync(string reference, CancellationToken cancellation)
    {
        if (!await FindAsync(reference, cancellation))
        {
            return NotFound();
        }

        await waiting.EndAsync(Entry.Id, Left, AppointmentEvent.ByPatient, cancellation);
        texts.SendSoon();
        return RedirectToPage(new { reference });
    }

    private string? WhyNotAnswered(RedFlagWording wording) =>
        Version != wording.Version ? "The questions have changed. Please read them again"
        : Answer is null ? "Choose “Yes” or “None of these”"
        : null;

    private async Task<bool> FindAsync(string text, CancellationToken cancellation)
    {
        if (!Reference.TryParse(text, out var reference) || await waiting.PlaceAsync(reference, cancellation) is not { } place)
        {
            return false;
        }

        (Entry, Offer, Clinic) = (place.Entry, place.Offer, await diary.ClinicAsync(cancellation));
        return true;
    }
}
