using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>Texts from a telephone that is nobody's, or several people's: where reception says whose they are.</summary>
[Authorize(StaffPolicy.Reception)]
[OnlyTheseFields(nameof(Patient), "q")]
public sealed class InboxNumberPage(Inbox inbox, Patients patients) : PageModel
{
    [BindProperty]
    public int Patient { get; set; }

    [BindProperty(Name = "q")]
    public string? Typed { get; set; }

    /// <summary>The latest first.</summary>
    public IReadOnlyList<ReceivedText> Texts { get; private set; } = [];

    public ReceivedText Text { get; private set; } = null!;

    public Telephone From => Telephone.Parse(Text.From);

    /// <summary>Who has that telephone, or whoever was looked for.</summary>
    public IReadOnlyList<FoundPatient> Found { get; private set; } = [];

    /// <summary>Whether no texts go to that telephone, because its owner wants none.</summary>
    public bool Stopped { get; private set; }

    public bool AsksForNoTexts => Texts.Any(text => text is { HandledAt: null, Outcome: ReplyOutcome.AsksForNoTexts });

    public Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation) => WithAsync(
        id,
        async () =>
        {
            await ShowAsync(cancellation);
            return Page();
        },
        cancellation);

    public Task<IActionResult> OnPostFindAsync(int id, CancellationToken cancellation) => WithAsync(
        id,
        async () =>
        {
            await ShowAsync(cancellation);
            if (!PatientSearch.TryParse(Typed, out var search))
            {
                return this.BadForm("q", PatientsPage.TooLittle);
            }

            Found = await patients.FindAsync(search, cancellation);
            return Page();
        },
        cancellation);

    public Task<IActionResult> OnPostGiveAsync(int id, CancellationToken cancellation) => WithAsync(
        id,
        async () =>
        {
            if (await inbox.GiveAsync(Text, Patient, User.Identity!.Name!, cancellation) is { } refusal)
            {
                await ShowAsync(cancellation);
                return this.Conflict(refusal);
            }

            this.Done("The texts are with this patient now.");
            return RedirectToPage("/Staff/PatientTexts", new { id = Patient });
        },
        cancellation);

    public Task<IActionResult> OnPostHandledAsync(int id, CancellationToken cancellation) => WithAsync(
        id,
        async () =>
        {
            await inbox.HandleAsync(Text, User.Identity!.Name!, cancellation);
            this.Done("Marked as dealt with.");
            return RedirectToPage("/Staff/Inbox");
        },
        cancellation);

    public Task<IActionResult> OnPostStopAsync(int id, CancellationToken cancellation) => WithAsync(
        id,
        async () =>
        {
            await inbox.StopAsync(Text, User.Identity!.Name!, cancellation);
            return RedirectToPage(new { id });
        },
        cancellation);

    // Of a text of which somebody has said whose it is, the patient's own page is shown.
    private async Task<IActionResult> WithAsync(int id, Func<Task<IActionResult>> then, CancellationToken cancellation)
    {
        var (text, patient) = await inbox.FindAsync(id, cancellation);
        if (text is null)
        {
            return NotFound();
        }

        Text = text;
        return patient is null ? await then() : RedirectToPage("/Staff/PatientTexts", new { id = patient.Id });
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        Texts = await inbox.OfNobodyAsync(Text, cancellation);
        Stopped = (await inbox.StoppedAsync([Text.From], cancellation)).Count > 0;
        Found = await patients.LikelySameAsync(name: null, From, born: null, cancellation);
    }
}
