using System.Security.Claims;
using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>The words of one kind of message: to change, to look at, to go back to the usual ones.</summary>
[Authorize(StaffPolicy.Administrator)]
[OnlyTheseFields(nameof(Seen), nameof(Subject), nameof(Words))]
public sealed class TextWordsPage(
    BookingDbContext context, ClinicSetup setup, ClinicWording wording, Settings settings, TimeProvider clock, ILogger<TextWordsPage> log)
    : PageModel
{
    private Clinic _clinic = null!;

    /// <summary>The revision that the page was made from.</summary>
    [BindProperty]
    public long Seen { get; set; }

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public MessageKind Kind { get; private set; }

    public MessageChannel Channel { get; private set; }

    public Wording Wording { get; private set; } = null!;

    public string Name => TextNews.Name(Kind, Channel);

    public bool IsOwn => Own is not null;

    public int PencePerPart => _clinic.Rules.PencePerPart;

    public int MostParts => Wording.Proofreading.MostPartsOf(Words ?? "");

    public Draft Sample => Wording.Sample(Channel, Typed, SampleTime.After(clock.Now()));

    public IReadOnlyList<Fault> Faults { get; private set; } = [];

    private Template? Own => _clinic.Templates.FirstOrDefault(t => t.Kind == Kind && t.Channel == Channel);

    private Draft Typed => new(Channel == MessageChannel.Email ? Subject?.Trim() ?? "" : null, (Words ?? "").ReplaceLineEndings("\n").Trim());

    public async Task<IActionResult> OnGetAsync(string kind, string channel, CancellationToken cancellation)
    {
        if (!await FindAsync(kind, channel, cancellation))
        {
            return NotFound();
        }

        var draft = Own?.Draft ?? Wording.Usual(Kind, Channel);
        (Seen, Subject, Words) = (_clinic.Rules.Revision, draft.Subject, draft.Words);
        Read();
        return Page();
    }

    /// <summary>Shows how what was typed reads, and keeps nothing.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(string kind, string channel, CancellationToken cancellation)
    {
        if (!await FindAsync(kind, channel, cancellation))
        {
            return NotFound();
        }

        Read();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind, string channel, CancellationToken cancellation)
    {
        if (!await FindAsync(kind, channel, cancellation))
        {
            return NotFound();
        }

        Read();
        foreach (var fault in Faults)
        {
            ModelState.AddModelError(fault.InSubject ? nameof(Subject) : nameof(Words), fault.Words);
        }

        return ModelState.IsValid ? await KeepAsync(Typed, cancellation) : this.BadForm();
    }

    public async Task<IActionResult> OnPostResetAsync(string kind, string channel, CancellationToken cancellation)
    {
        if (!await FindAsync(kind, channel, cancellation))
        {
            return NotFound();
        }

        var own = Own?.Draft ?? Wording.Usual(Kind, Channel);
        (Subject, Words) = (own.Subject, own.Words);
        Read();
        return await KeepAsync(draft: null, cancellation);
    }

    private async Task<IActionResult> KeepAsync(Draft? draft, CancellationToken cancellation)
    {
        if (draft == Wording.Usual(Kind, Channel))
        {
            draft = null;
        }

        if (await settings.WordAsync(Seen, Kind, Channel, draft, Name, User.Identity!.Name!, cancellation) is { } refusal)
        {
            ModelState.Remove(nameof(Seen));
            Seen = (await setup.ReadAsync(context, cancellation)).Rules.Revision;
            return this.Conflict(refusal);
        }

        log.SettingsChanged(User.FindFirstValue(ClaimTypes.NameIdentifier));
        this.Done("The words are saved. Patients read them from the next message on.");
        return RedirectToPage("/Staff/Texts");
    }

    private void Read() => Faults = [.. Wording.Proofreading.Read(Kind, Channel, Typed)];

    private async Task<bool> FindAsync(string kind, string channel, CancellationToken cancellation)
    {
        if (!Enum.TryParse<MessageKind>(kind, ignoreCase: true, out var ofKind)
            || !Enum.TryParse<MessageChannel>(channel, ignoreCase: true, out var by) || !UsualWords.All.Contains((ofKind, by)))
        {
            return false;
        }

        (Kind, Channel) = (ofKind, by);
        _clinic = await setup.ReadAsync(context, cancellation);
        Wording = await wording.ReadAsync(context, cancellation);
        return true;
    }
}
