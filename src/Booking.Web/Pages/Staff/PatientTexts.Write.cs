using Microsoft.AspNetCore.Mvc;

namespace Booking.Web.Pages;

// Where reception writes to them.
public sealed partial class PatientTextsPage
{
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>Somebody has looked at what is wrong with it, and knows better.</summary>
    [BindProperty]
    public bool AsItIs { get; set; }

    public Proofreading Proofreading { get; private set; } = null!;

    /// <summary>How it comes to them.</summary>
    public MessageChannel Channel => NoteRules.Channel(Patient, Thread.Refused, EmailsGo);

    /// <summary>Why they cannot be texted, or null.</summary>
    public Refusal? CannotText => NoteRules.WhyNot(Patient, Thread.Refused);

    public bool CanBeAnswered => services.GetService<ISendTexts>() is not { CanBeAnswered: false };

    private bool EmailsGo => services.GetService<ISendEmails>() is not null;

    /// <summary>Whether all that is wrong with what was typed is for a person to judge.</summary>
    public bool MayStay { get; private set; }

    public async Task<IActionResult> OnPostWriteAsync(int id, CancellationToken cancellation)
    {
        if (!Reference.TryParse(Form, out var form))
        {
            return BadRequest();
        }

        if (!await FindAsync(id, cancellation))
        {
            return await ElsewhereAsync(id, cancellation);
        }

        var faults = Proofreading.ReadNote(Channel, Words ?? "");
        MayStay = faults.Count > 0 && faults.All(fault => fault.MayStay);
        if (faults.Count > 0 && !(MayStay && AsItIs))
        {
            foreach (var fault in faults)
            {
                ModelState.AddModelError(nameof(Words), fault.Words);
            }

            return this.BadForm();
        }

        if (await inbox.WriteAsync(id, Proofreading.NoteOf(Words!), form, Seen, Me, EmailsGo, cancellation) is { } refusal)
        {
            return await RefuseAsync(id, refusal, cancellation);
        }

        nudge.SendSoon();
        this.Done("Your message is ready to go. Its state is below.");
        return RedirectToPage(new { id });
    }
}
