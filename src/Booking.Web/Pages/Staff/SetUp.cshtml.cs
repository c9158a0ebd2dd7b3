using System.ComponentModel.DataAnnotations;
using Booking.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Booking.Web.Pages;

/// <summary>Where the clinic's first administrator is set up, once; after that the page is gone.</summary>
[OnlyTheseFields(nameof(Token), "Person.FullName", "Person.Email", "Chosen.Password", "Chosen.Again")]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SetUpPage(
    FirstAdministrator first,
    PasswordRules rules,
    IPasswordHasher<StaffMember> hasher,
    StaffDoor door,
    ILogger<SetUpPage> log) : PageModel
{
    [BindProperty(SupportsGet = true)]
    [Required(ErrorMessage = "Enter the token")]
    public string Token { get; set; } = "";

    [BindProperty, BindRequired]
    public PersonInput Person { get; set; } = new();

    [BindProperty]
    public NewPassword Chosen { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        return await first.IsMissingAsync(cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await first.IsMissingAsync(cancellation))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.BadForm();
        }

        var administrator = Person.As(StaffRole.Administrator);
        if (rules.WhyNot(Chosen.Password, administrator) is { } reason)
        {
            return this.BadForm("Chosen.Password", reason);
        }

        administrator.PasswordHash = hasher.HashPassword(administrator, Chosen.Password);
        if (!Reference.TryParse(Token.Trim(), out var token)
            || await first.SetUpAsync(token, administrator, cancellation) is not null)
        {
            return this.BadForm(nameof(Token), FirstAdministrator.WrongToken.Words);
        }

        log.FirstAdministratorSetUp(administrator.Id);
        await door.AdmitAsync(administrator, HttpContext);
        return RedirectToPage("/Staff/Today");
    }
}
