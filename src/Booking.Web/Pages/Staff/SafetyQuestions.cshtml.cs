using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web.Pages;

/// <summary>The wording of the safety questions: what is in force, who signed it off, and a new version.</summary>
[Authorize(StaffPolicy.Administrator)]
[OnlyTheseFields(nameof(Seen), nameof(Signs), nameof(ApprovedBy), nameof(ApprovedOn))]
public sealed class SafetyQuestionsPage(BookingDbContext context, TimeProvider clock, ILogger<SafetyQuestionsPage> log) : PageModel
{
    private static readonly Refusal ChangedMeanwhile =
        new("Somebody else has just saved a new version. Look at it before you save yours.");

    /// <summary>The version on which the new one is based.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Enter at least one sign")]
    [StringLength(RedFlagWording.TextLength, ErrorMessage = "Use 4,000 letters or fewer")]
    public string Signs { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "Enter who signed it off")]
    [StringLength(RedFlagWording.NameLength, ErrorMessage = "Enter a name of 100 letters or fewer")]
    public string ApprovedBy { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "Enter the day on which it was signed off")]
    [DisplayFormat(DataFormatString = "{0:yyyy-MM-dd}", ApplyFormatInEditMode = true)]
    public DateOnly? ApprovedOn { get; set; }

    public RedFlagWording InForce { get; private set; } = null!;

    public IReadOnlyList<RedFlagWording> Earlier { get; private set; } = [];

    /// <summary>The services before which they are asked, in one sentence's words.</summary>
    public string AskedFor { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        (Signs, ApprovedOn) = (InForce.Signs, clock.Today());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        if (ApprovedOn > clock.Today())
        {
            ModelState.AddModelError(nameof(ApprovedOn), "That day has not come yet");
        }

        if (!ModelState.IsValid)
        {
            return this.BadForm();
        }

        if (Seen != InForce.Version)
        {
            return this.Conflict(ChangedMeanwhile);
        }

        if (await KeepAsync(cancellation) is { } refusal)
        {
            return this.Conflict(refusal);
        }

        this.Done("The new version is saved. Patients see it from now on.");
        return RedirectToPage();
    }

    private async Task<Refusal?> KeepAsync(CancellationToken cancellation)
    {
        var version = new RedFlagWording
        {
            Version = Seen + 1,
            Signs = Signs.ReplaceLineEndings("\n"),
            ApprovedBy = ApprovedBy.Trim(),
            ApprovedOn = ApprovedOn,
        };
        context.Add(version);
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (e.IsDuplicateIn(nameof(BookingDbContext.RedFlagWordings)))
        {
            return ChangedMeanwhile;
        }

        var me = User.FindFirstValue(ClaimTypes.NameIdentifier);
        log.SafetyQuestionsSignedOff(me, version.Version);
        return null;
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var versions = await context.RedFlagWordings.AsNoTracking().OrderByDescending(v => v.Version).ToListAsync(cancellation);
        (InForce, Earlier) = (versions[0], versions[1..]);
        var services = await context.Services.Where(service => service.NeedsRedFlagCheck)
            .OrderBy(service => service.Position).Select(service => service.Name).ToListAsync(cancellation);
        AskedFor = services.Count == 0 ? "no service" : string.Join(" or ", services);
    }
}
