using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Booking.Web.Pages;

/// <summary>
/// Somebody's place on the waiting list, reached by a secret link in a text: from that of an offer they say yes or no to it, from
/// any they change or leave their place.
/// </summary>
[OnlyTheseFields(
    nameof(Asked), nameof(Answer), nameof(Version), nameof(Seen), "Wishes.From", "Wishes.Until",
    Repeated = ["Wishes.With", "Wishes.Days", "Wishes.Parts"])]
[EnableRateLimiting(RateLimits.Manage)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PlacePage(
    Diary diary, WaitingList waiting, SafetyPass safety, Nudge texts, IOptions<ClinicOptions> options, TimeProvider clock) : PageModel
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

    /// <summary>The version of the place from which its form was made.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public WishesInput Wishes { get; set; } = new();

    public bool IsChanging { get; private set; }

    public Reference Reference { get; private set; }

    public WaitingEntry Entry { get; private set; } = null!;

    public Offer? Offer { get; private set; }

    public Clinic Clinic { get; private set; } = null!;

    public Refusal? Refusal { get; private set; }

    public bool IsBooked => Offer?.State == OfferState.Accepted;

    /// <summary>What they got by saying yes, as it is now; null if they have nothing, or no longer.</summary>
    public Appointment? Got => IsBooked && Entry.Kept is { Stands: true } got ? got : null;

    /// <summary>The time that the page is about, which may have been moved since they said yes.</summary>
    public DateTime StartsAt => Got?.StartsAt ?? Offer!.StartsAt;

    public string With => (Got?.Practitioner ?? Offer!.Practitioner).FullName;

    public int PricePence => Got?.PricePence ?? Entry.Kept?.PricePence ?? Entry.Treatment.PricePence;

    public bool IsKept => Offer?.IsOpen(clock.UtcNow()) == true;

    /// <summary>Whether yes may still get them the time: it is kept for them, or was until a while ago.</summary>
    public bool CanSayYes => Entry.IsWaiting && Offer is not null && clock.Now() < Offer.StartsAt
        && Offer.State is OfferState.Open or OfferState.Lapsed or OfferState.Declined;

    public DateTime FreeUntil => Clinic.Rules.FreeCancellationUntil(StartsAt);

    public bool CanBeFree => clock.Now() < FreeUntil;

    public string WishesSaid => Entry.Wishes.Said(Clinic, clock.Today());

    public string Heading => Offer!.State switch
    {
        OfferState.Accepted when Got is null && Entry.Kept is not null => "This appointment is cancelled",
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

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation)
    {
        if (!await FindAsync(reference, cancellation))
        {
            return NotFound();
        }

        if (IsStopped)
        {
            return Emergency();
        }

        Fill();
        return Page();
    }

    public async Task<IActionResult> OnGetCalendarAsync(string reference, CancellationToken cancellation) =>
        await FindAsync(reference, cancellation) && Got is { } got
            ? File(CalendarFile.Of(got, options.Value, clock.UtcNow()), CalendarFile.ContentType, CalendarFile.Name)
            : NotFound();

    /// <summary>Leads to the page of the appointment that they got; it asks who they are.</summary>
    public async Task<IActionResult> OnPostAppointmentAsync(string reference, CancellationToken cancellation)
    {
        if (!await FindAsync(reference, cancellation) || Got is not { } got)
        {
            return NotFound();
        }

        return RedirectToPage("/Appointment/Appointment", new { reference = (await diary.LinkBesideAsync(Reference, got.Id, cancellation)).Text });
    }

    public async Task<IActionResult> OnPostYesAsync(string reference, CancellationToken cancellation)
    {
        if (!await FindAsync(reference, cancellation) || Offer?.Id != Asked)
        {
            return NotFound();
        }

        if (IsStopped)
        {
            return Emergency();
        }

        if (Questions is { } wording && CanSayYes && WhyNotAnswered(wording) is { } wrong)
        {
            ModelState.AddModelError(nameof(Answer), wrong);
            Fill();
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (Answer == SafetyAnswer.Yes)
        {
            await waiting.DeclineAsync(Offer.Id, cancellation);
            safety.Stop(Response);
            return Emergency();
        }

        Refusal = await waiting.AcceptAsync(
            Offer.Id, Answer == SafetyAnswer.None ? Questions?.Version : null, cancellation);
        texts.SendSoon();
        if (Refusal is null)
        {
            return RedirectToPage(new { reference });
        }

        return await ConflictAsync(reference, cancellation);
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

    public async Task<IActionResult> OnPostWishesAsync(string reference, CancellationToken cancellation)
    {
        if (!await FindAsync(reference, cancellation))
        {
            return NotFound();
        }

        if (IsStopped)
        {
            return Emergency();
        }

        IsChanging = true;
        Wishes.Judge(ModelState, nameof(Wishes), clock.Today());
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var wishes = Wishes.In(Clinic, Entry.Treatment, clock.Today());
        Refusal = await waiting.ChangeAsync(Entry.Id, Seen, wishes, AppointmentEvent.ByPatient, cancellation);
        if (Refusal is null)
        {
            texts.SendSoon();
            return RedirectToPage(new { reference });
        }

        ModelState.Clear();
        return await ConflictAsync(reference, cancellation);
    }

    // Whoever has said yes to one of the signs sees no times to book for now; what they have booked they still see.
    private bool IsStopped => safety.IsStopped(Request) && !IsBooked;

    private RedirectToPageResult Emergency() => RedirectToPage("/Book/Emergency");

    // Shows it as it is now.
    private async Task<PageResult> ConflictAsync(string reference, CancellationToken cancellation)
    {
        await FindAsync(reference, cancellation);
        Fill();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private void Fill()
    {
        var (practitioners, kept) = (Wishes.Practitioners, Wishes.UntilKept);
        (Wishes, Seen) = (WishesInput.Of(Entry.Wishes, Clinic, clock.Today()), Entry.Version);
        (Wishes.Practitioners, Wishes.UntilKept) = (practitioners, kept);
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

        Reference = reference;
        (Entry, Offer, Clinic) = (place.Entry, place.Offer, await diary.ClinicAsync(cancellation));
        (Wishes.Practitioners, Wishes.UntilKept) = ([.. Clinic.WhoGive(Clinic.Treatment(Entry.TreatmentId)!)], Entry.Kept?.Date);
        return true;
    }
}
