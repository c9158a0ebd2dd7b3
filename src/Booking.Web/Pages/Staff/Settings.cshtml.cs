using System.Security.Claims;
using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>What the clinic has settled about booking, and who changed what.</summary>
[Authorize(StaffPolicy.Administrator)]
[OnlyTheseFields(
    nameof(Seen),
    "Input.GridMinutes",
    "Input.NoticeMinutes",
    "Input.HorizonDays",
    "Input.HoldMinutes",
    "Input.FreeCancellationHours",
    "Input.FollowsUpMissed",
    "Input.PencePerPart",
    "Input.OpenBookingsPerTelephone",
    "Input.UndoSeconds",
    "Input.TextsAnHour",
    "Input.OffersAtOnce",
    "Input.OfferMinutes",
    "Input.DaySheetTo",
    "Input.DaySheetAt")]
public sealed class SettingsPage(Settings settings, MorningSheet morning, ILogger<SettingsPage> log) : PageModel
{
    /// <summary>The revision that the page was made from.</summary>
    [BindProperty, BindRequired]
    public long Seen { get; set; }

    [BindProperty, BindRequired]
    public SettingsInput Input { get; set; } = new();

    public IReadOnlyList<SettingChange> Changes { get; private set; } = [];

    public bool SendsEmails => morning.IsSetUp;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var rules = await settings.ReadAsync(cancellation);
        (Seen, Input) = (rules.Revision, SettingsInput.Of(rules));
        Changes = await settings.ChangesAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            Changes = await settings.ChangesAsync(cancellation);
            return this.BadForm();
        }

        if (await settings.ChangeAsync(Seen, Input.WriteInto, User.Identity!.Name!, cancellation) is { } refusal)
        {
            return await ConflictAsync(refusal, cancellation);
        }

        log.SettingsChanged(User.FindFirstValue(ClaimTypes.NameIdentifier));
        this.Done("The settings are saved.");
        return RedirectToPage();
    }

    // What was typed stays. Saved again, it is saved over what the page now shows below.
    private async Task<PageResult> ConflictAsync(Refusal refusal, CancellationToken cancellation)
    {
        ModelState.Remove(nameof(Seen));
        Seen = (await settings.ReadAsync(cancellation)).Revision;
        Changes = await settings.ChangesAsync(cancellation);
        return this.Conflict(refusal);
    }
}
