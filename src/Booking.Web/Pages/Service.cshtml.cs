using System.Text.Encodings.Web;
using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>What one of the clinic's services is, and the way to book it or ask about it.</summary>
public sealed class ServicePage(Writing writing, Diary diary, HtmlEncoder encoder, FormStamp stamps) : PageModel
{
    public static readonly string[] Slugs = ["sciatica", "sports-injuries", "acupuncture", "physiotherapy"];

    // Where the writing wants the signs that need a doctor now: they stand in the safety questions, and only there.
    private const string AnySign = "<li>[sign]</li>";

    [FromRoute]
    public required string Slug { get; init; }

    public Article Article { get; private set; } = null!;

    public EnquiryForm Input { get; private set; } = new();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Input = new EnquiryForm { FromPage = Slug, Stamp = stamps.New() };
        Article = writing[Slug];
        if (Article.Body.Contains(AnySign, StringComparison.Ordinal))
        {
            var clinic = await diary.ClinicAsync(cancellation);
            var signs = clinic.RedFlags?.Lines.Select(sign => $"<li>{encoder.Encode(sign)}</li>") ?? [];
            Article = Article.With((AnySign, string.Join('\n', signs)));
        }
    }
}
