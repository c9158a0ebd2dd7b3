using System.Security.Claims;
using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Booking.Web.Pages;

/// <summary>One of the people who sign in: their role, a new link for them, and whether they may sign in at all.</summary>
[Authorize(StaffPolicy.Administrator)]
[OnlyTheseFields(nameof(Role), nameof(Practitioner), nameof(MayOverrule))]
public sealed class PersonPage(People people, Diary diary, IOptions<ClinicOptions> clinic, ILogger<PersonPage> log) : PageModel
{
    [BindProperty]
    public StaffRole Role { get; set; }

    /// <summary>Who they are in the diary, or nothing.</summary>
    [BindProperty]
    public int? Practitioner { get; set; }

    public IReadOnlyList<Practitioner> Practitioners { get; private set; } = [];

    [BindProperty]
    public bool MayOverrule { get; set; }

    public Colleague Colleague { get; private set; } = null!;

    public Uri? Link { get; private set; }

    private string? Me => User.FindFirstValue(ClaimTypes.NameIdentifier);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRoleAsync(int id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !Enum.IsDefined(Role))
        {
            return this.BadForm(nameof(Role), "Choose a role");
        }

        if (await people.ChangeRoleAsync(id, Role, cancellation) is { } refusal)
        {
            return this.Conflict(refusal);
        }

        log.RoleChanged(Me, id, Role);
        this.Done("The role is saved.");
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostPractitionerAsync(int id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        if (Practitioner is { } chosen && Practitioners.All(practitioner => practitioner.Id != chosen))
        {
            return this.BadForm(nameof(Practitioner), "Choose one of the practitioners, or nobody");
        }

        if (await people.ChangePractitionerAsync(id, Practitioner, cancellation) is { } refusal)
        {
            return this.Conflict(refusal);
        }

        log.PractitionerChanged(Me, id, Practitioner);
        this.Done("The column is saved.");
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostOverruleAsync(int id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        if (await people.LetOverruleAsync(id, MayOverrule, cancellation) is { } refusal)
        {
            return this.Conflict(refusal);
        }

        log.MayOverruleSettled(Me, id, MayOverrule);
        this.Done("The right is saved.");
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostDisableAsync(int id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        if (await people.DisableAsync(id, cancellation) is { } refusal)
        {
            return this.Conflict(refusal);
        }

        log.Disabled(Me, id);
        this.Done("They can no longer sign in.");
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostEnableAsync(int id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        await people.EnableAsync(id, cancellation);
        log.Enabled(Me, id);
        this.Done("They can sign in again.");
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostLinkAsync(int id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation) || Colleague.Member.DisabledAt is not null)
        {
            return NotFound();
        }

        ModelState.Clear();
        Link = clinic.Value.InvitationLink(await people.NewLinkAsync(id, cancellation));
        log.LinkGiven(Me, id);
        await FindAsync(id, cancellation);
        return Page();
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellation)
    {
        var colleague = await people.FindAsync(id, cancellation);
        Practitioners = (await diary.ClinicAsync(cancellation)).Practitioners;
        Colleague = colleague!;
        return colleague is not null;
    }
}
