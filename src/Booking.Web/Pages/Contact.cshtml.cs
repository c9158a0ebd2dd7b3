using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web.Pages;

/// <summary>Where anybody can ask the clinic a question. What is asked on a service's page is sent here too.</summary>
[EnableRateLimiting(RateLimits.Enquiry)]
[RequestSizeLimit(MostBytes)]
[OnlyTheseFields("Input.Name", "Input.ReplyTo", "Input.Question", "Input.Website", "Input.FromPage", "Input.Stamp")]
public sealed class ContactPage(BookingDbContext context, FormStamp stamps, TimeProvider clock) : PageModel
{
    private const string Here = "contact";
    private const int MostBytes = 64 * 1024;

    [BindProperty]
    public EnquiryForm Input { get; set; } = new();

    public void OnGet() => Input = new EnquiryForm { FromPage = Here, Stamp = stamps.New() };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Input.FromPage is not Here && !ServicePage.Slugs.Contains(Input.FromPage))
        {
            return BadRequest();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (stamps.Read(Input.Stamp) is not { } formId || Input.Website is { Length: > 0 })
        {
            return AskAgain();
        }

        await KeepAsync(Input.ToEnquiry(formId, clock.UtcNow()), cancellation);
        return RedirectToPage("ContactThanks");
    }

    // It may be a person after all, so nothing that was typed is lost: a second press is enough.
    private PageResult AskAgain()
    {
        if (!stamps.IsMerelyYoung(Input.Stamp))
        {
            Input.Stamp = stamps.New();
        }

        ModelState.AddModelError("", "We have not sent your question yet. Please check it, then press the button again");
        return Page();
    }

    private async Task KeepAsync(Enquiry enquiry, CancellationToken cancellation)
    {
        if (await context.Enquiries.AnyAsync(e => e.FormId == enquiry.FormId, cancellation))
        {
            return; // The button was pressed twice: we have the question.
        }

        context.Add(enquiry);
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (e.IsDuplicateIn("Enquiries"))
        {
            // ... twice at the same moment.
        }
    }
}
