using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>One place on the waiting list: reception offers a time, changes the wishes, or takes somebody off.</summary>
[Authorize(StaffPolicy.Reception)]
[OnlyTheseFields(
    nameof(At), nameof(Version), nameof(Reason), "Wishes.From", "Wishes.Until",
    Repeated = ["Wishes.With", "Wishes.Days", "Wishes.Parts"])]
public sealed class StaffWaitingPlacePage(WaitingList waiting, Diary diary, Nudge texts, TimeProvider clock) : PageModel
{
    private const int TimesShown = 12;

    [BindProperty]
    public string? At { get; set; }

    /// <summary>The version of the wishes that the form was made from.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public WishesInput Wishes { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    public OnList Place { get; private set; } = null!;

    public WaitingEntry Entry => Place.Entry;

    public Clinic Clinic { get; private set; } = null!;

    public DateOnly Today => clock.Today();

    public bool IsChanging { get; private set; }

    public Refusal? WhyNotAsk => _whyNobody ?? Entry.WhyNotAsk(Place.NoTexts, Clinic.Rules, clock.UtcNow());

    public IReadOnlyList<FreeTime> Times { get; private set; } = [];

    private Refusal? _whyNobody;

    private Treatment Treatment => Clinic.Treatment(Entry.TreatmentId)!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        await ShowAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostOfferAsync(int id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        if (!ChosenTime.TryParse(At, out var chosen) || Clinic.Practitioner(chosen.Practitioner) is not { } practitioner)
        {
            return BadRequest();
        }

        if (await waiting.OfferAsync(id, practitioner, chosen.StartsAt, User.Identity!.Name!, cancellation) is { } refusal)
        {
            return await ConflictAsync(refusal, cancellation);
        }

        texts.SendSoon();
        this.Done("The time is offered to them.");
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostWishesAsync(int id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        IsChanging = true;
        Wishes.Judge(ModelState, nameof(Wishes), Today);
        if (!ModelState.IsValid)
        {
            Times = await waiting.TimesForAsync(Entry, TimesShown, cancellation);
            return this.BadForm();
        }

        var wishes = Wishes.In(Clinic, Treatment, Today);
        if (await waiting.ChangeAsync(id, Version, wishes, User.Identity!.Name!, cancellation) is { } refusal)
        {
            ModelState.Remove(nameof(Version));
            return await ConflictAsync(refusal, cancellation);
        }

        texts.SendSoon();
        this.Done("The wishes are saved.");
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostOffAsync(int id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (Reason?.Trim() is not { Length: > 0 and <= WaitingEntry.ReasonLength } reason)
        {
            await ShowAsync(cancellation);
            return this.BadForm(nameof(Reason), "Say why, in 200 letters or fewer");
        }

        await waiting.EndAsync(id, reason, User.Identity!.Name!, cancellation);
        texts.SendSoon();
        this.Done("They are off the waiting list.");
        return RedirectToPage(new { id });
    }

    // What was ticked stays. Saved again, it is saved over what the page now shows above.
    private async Task<PageResult> ConflictAsync(Refusal refusal, CancellationToken cancellation)
    {
        await FindAsync(Entry.Id, cancellation);
        if (IsChanging)
        {
            (Version, Times) = (Entry.Version, await waiting.TimesForAsync(Entry, TimesShown, cancellation));
        }
        else
        {
            await ShowAsync(cancellation);
        }

        return this.Conflict(refusal);
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        (Version, Wishes) = (Entry.Version, WishesInput.Of(Entry.Wishes, Clinic, Today));
        Wishes.Practitioners = [.. Clinic.WhoGive(Treatment)];
        Times = Entry.IsWaiting ? await waiting.TimesForAsync(Entry, TimesShown, cancellation) : [];
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellation)
    {
        if (await waiting.ReadAsync(id, cancellation) is not { } place)
        {
            return false;
        }

        (Place, Clinic) = (place, await diary.ClinicAsync(cancellation));
        _whyNobody = await waiting.WhyNobodyAsync(cancellation);
        Wishes.Practitioners = [.. Clinic.WhoGive(Treatment)];
        return true;
    }
}
