using System.Security.Cryptography;
using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>
/// All that was texted with one patient, both ways, the newest first: where reception answers, begins to write, settles a
/// cancellation and marks texts as dealt with.
/// </summary>
[Authorize(StaffPolicy.Reception)]
[OnlyTheseFields(nameof(Words), nameof(AsItIs), nameof(Form), nameof(Seen), nameof(Appointment), nameof(Version), nameof(Text))]
public sealed partial class PatientTextsPage(
    Inbox inbox,
    Patients patients,
    Desk desk,
    Nudge nudge,
    BookingDbContext context,
    ClinicWording wording,
    IServiceProvider services) : PageModel
{
    /// <summary>Names this copy of the form: pressed twice, it is still one text.</summary>
    [BindProperty]
    public string? Form { get; set; }

    /// <summary>The latest text of theirs that was on the page.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public int Appointment { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public int Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int Number { get; set; }

    public PatientThread Thread { get; private set; } = null!;

    public Patient Patient => Thread.Patient;

    private string Me => User.Identity!.Name!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        Form = Reference.From(RandomNumberGenerator.GetBytes(Reference.Bytes)).Text;
        return await FindAsync(id, cancellation) ? Page() : await ElsewhereAsync(id, cancellation);
    }

    public async Task<IActionResult> OnPostHandledAsync(int id, CancellationToken cancellation)
    {
        await inbox.HandleAsync(id, Seen, Me, cancellation);
        this.Done("Marked as dealt with.");
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostUnhandledAsync(int id, CancellationToken cancellation)
    {
        await inbox.ReopenAsync(id, cancellation);
        this.Done("Back among those to read.");
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostNotTheirsAsync(int id, CancellationToken cancellation)
    {
        await inbox.TakeBackAsync(id, Text, cancellation);
        return (await inbox.FindAsync(Text, cancellation)).Text is { PatientId: null }
            ? RedirectToPage("/Staff/InboxNumber", new { id = Text })
            : RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostStopAsync(int id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return await ElsewhereAsync(id, cancellation);
        }

        await inbox.StopAsync(id, Me, cancellation);
        return RedirectToPage(new { id });
    }

    public Task<IActionResult> OnPostCancelAsync(int id, CancellationToken cancellation) =>
        SettleAsync(id, desk.CancelAsAskedAsync, cancellation);

    public Task<IActionResult> OnPostKeepAsync(int id, CancellationToken cancellation) =>
        SettleAsync(id, desk.KeepThoughAskedAsync, cancellation);

    private async Task<IActionResult> SettleAsync(
        int id, Func<Seen, string, CancellationToken, Task<Refusal?>> settle, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return await ElsewhereAsync(id, cancellation);
        }

        // Somebody else may have settled it since the page was shown.
        if (Thread.ToSettle.All(a => a.Id != Appointment))
        {
            return RedirectToPage(new { id });
        }

        return await settle(new Seen(Appointment, Version), Me, cancellation) is { } refusal
            ? await RefuseAsync(id, refusal, cancellation)
            : RedirectToPage(new { id });
    }

    private async Task<IActionResult> RefuseAsync(int id, Refusal refusal, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ? this.Conflict(refusal) : await ElsewhereAsync(id, cancellation);

    // What was written to a record that has gone into another is read there.
    private async Task<IActionResult> ElsewhereAsync(int id, CancellationToken cancellation) =>
        await patients.ReadAsync(id, cancellation) is { MergedIntoId: { } kept } ? RedirectToPage(new { id = kept }) : NotFound();

    private async Task<bool> FindAsync(int id, CancellationToken cancellation)
    {
        Thread = (await inbox.ReadAsync(id, Math.Clamp(Number, 0, 100), cancellation))!;
        Proofreading = (await wording.ReadAsync(context, cancellation)).Proofreading;
        return Thread is not null;
    }
}
