using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web.Pages;

/// <summary>Where anybody can ask the clinic a question. What is asked on a service's page is sent here too.</summary>
[EnableRateLimiting(RateLimits.Enquiry)]
[RequestFormLimits(ValueLengthLimit = LongestField, ValueCountLimit = MostFields)]
[OnlyTheseFields("Input.Name", "Input.ReplyTo", "Input.Question", "Input.Website", "Input.FromPage", "Input.Stamp")]
public sealed partial class ContactPage(
    BookingDbContext context, FormStamp stamps, TimeProvider clock, ILogger<ContactPage> log) : PageModel
{
    private const string Here = "contact";
    private const int LongestField = 16 * 1024;
    private const int MostFields = 16;

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

        try
        {
            await KeepAsync(Input.ToEnquiry(formId, clock.UtcNow()), cancellation);
            return RedirectToPage("ContactThanks");
        }
        catch (Exception e) when (DatabaseErrors.IsUnreachable(e))
        {
            LogNotKept(log, e);
            return AskLater();
        }
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

    private PageResult AskLater()
    {
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        ModelState.AddModelError("", "We could not take your question just now. Try again in a few minutes, or ring us");
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

    [LoggerMessage(Level = LogLevel.Error, Message = "A question could not be kept: the database did not answer")]
    private static partial void LogNotKept(ILogger logger, Exception exception);
}
