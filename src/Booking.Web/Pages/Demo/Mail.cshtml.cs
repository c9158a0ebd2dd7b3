using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>The e-mails that the clinic sends in the demo, newest first, with the files that came with them.</summary>
public sealed class DemoMailPage(EmailFolder folder) : PageModel
{
    public IReadOnlyList<KeptEmail> Emails { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Emails = await folder.ReadAsync(cancellation);

    public async Task<IActionResult> OnGetFileAsync(string email, int number, CancellationToken cancellation)
    {
        var files = (await folder.ReadAsync(cancellation)).FirstOrDefault(kept => kept.Name == email)?.Files;
        if (files is null || number < 0 || number >= files.Count)
        {
            return NotFound();
        }

        var content = new MemoryStream();
        await files[number].Content!.DecodeToAsync(content, cancellation);
        content.Position = 0;
        return File(content, files[number].ContentType.MimeType, files[number].FileName);
    }
}
