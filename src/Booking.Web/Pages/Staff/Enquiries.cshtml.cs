using System.Globalization;
using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web.Pages;

/// <summary>The questions from the site, newest first: those that wait for an answer, and those that have had one.</summary>
[Authorize(Policy = "Reception")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EnquiriesPage(BookingDbContext context, TimeProvider clock) : PageModel
{
    private const int PageLength = 50;

    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    /// <summary>Where the next page begins, or null on the last one.</summary>
    public int? Older { get; private set; }

    public List<Enquiry> Enquiries { get; private set; } = [];

    public static string When(DateTime utc) =>
        ClinicTime.ToWall(utc).ToString("dddd d MMMM yyyy 'at' HH:mm", CultureInfo.InvariantCulture);

    public static string? LinkTo(Enquiry enquiry) => ReplyTo.TryParse(enquiry.ReplyTo, out var to) ? to.Link : null;

    public async Task OnGetAsync(int? before, CancellationToken cancellation)
    {
        Enquiries = await context.Enquiries.AsNoTracking()
            .Where(e => e.HandledAt != null == Done && e.Name != "" && (before == null || e.Id < before))
            .OrderByDescending(e => e.Id)
            .Take(PageLength + 1)
            .ToListAsync(cancellation);
        if (Enquiries.Count > PageLength)
        {
            Enquiries.RemoveAt(PageLength);
            Older = Enquiries[^1].Id;
        }
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        if (await context.Enquiries.FindAsync([id], cancellation) is not { } enquiry)
        {
            return NotFound();
        }

        enquiry.Handle(User.Identity?.Name ?? "staff", clock.UtcNow());
        await context.SaveChangesAsync(cancellation);
        this.Done("Marked as dealt with.");
        return RedirectToPage();
    }
}
