using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Booking.Web.Pages;

/// <summary>Where an administrator puts somebody on the list and gets the link to give them.</summary>
[Authorize(StaffPolicy.Administrator)]
[OnlyTheseFields("Person.FullName", "Person.Email", nameof(Role))]
public sealed class InvitePage(People people, IOptions<ClinicOptions> clinic, ILogger<InvitePage> log) : PageModel
{
    [BindProperty, BindRequired]
    public PersonInput Person { get; set; } = new();

    [BindProperty]
    [Required(ErrorMessage = "Choose a role")]
    [EnumDataType(typeof(StaffRole), ErrorMessage = "Choose a role")]
    public StaffRole? Role { get; set; }

    /// <summary>Shown once, in the answer to the form: it is in no address and in no cookie.</summary>
    public Uri? Link { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return this.BadForm();
        }

        var newcomer = Person.As(Role!.Value);
        if (await people.InviteAsync(newcomer, cancellation) is { } refusal)
        {
            return this.BadForm("Person.Email", refusal.Words);
        }

        Link = clinic.Value.InvitationLink(await people.NewLinkAsync(newcomer.Id, cancellation));
        var me = User.FindFirstValue(ClaimTypes.NameIdentifier);
        log.RoleChanged(me, newcomer.Id, newcomer.Role);
        log.LinkGiven(me, newcomer.Id);
        return Page();
    }
}
