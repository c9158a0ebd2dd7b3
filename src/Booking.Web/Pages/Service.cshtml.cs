using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>What one of the clinic's services is, and the way to book it or ask about it.</summary>
public sealed class ServicePage(Writing writing, FormStamp stamps) : PageModel
{
    public static readonly string[] Slugs = ["sciatica", "sports-injuries", "acupuncture", "physiotherapy"];

    [FromRoute]
    public required string Slug { get; init; }

    public Article Article => writing[Slug];

    public EnquiryForm Input { get; private set; } = new();

    public void OnGet() => Input = new EnquiryForm { FromPage = Slug, Stamp = stamps.New() };
}
