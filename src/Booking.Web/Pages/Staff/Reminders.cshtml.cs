using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>When patients are reminded: any number of times, for all treatments or for one.</summary>
[Authorize(StaffPolicy.Administrator)]
[OnlyTheseFields(nameof(Seen), nameof(Hours), nameof(Treatment))]
public sealed class RemindersPage(Settings settings, Diary diary, ILogger<RemindersPage> log) : PageModel
{
    /// <summary>The revision that the page was made from.</summary>
    [BindProperty]
    public long Seen { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Enter how many hours before")]
    [Range(1, ReminderLead.MostHours, ErrorMessage = "Enter from 1 to 168 hours before, which is a week")]
    public int? Hours { get; set; }

    /// <summary>Null for all of them.</summary>
    [BindProperty]
    public int? Treatment { get; set; }

    /// <summary>All treatments first, then those with reminders of their own.</summary>
    public IReadOnlyList<(int? Treatment, string Name, IReadOnlyList<ReminderLead> Leads)> Groups { get; private set; } = [];

    public IReadOnlyList<Treatment> Treatments { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Seen = await ReadAsync(cancellation);

    public Task<IActionResult> OnPostAddAsync(CancellationToken cancellation) =>
        ChangeAsync(
            who => settings.RemindAsync(Seen, Hours!.Value, Treatment, who, cancellation), "The reminder is added.", cancellation);

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellation) =>
        ChangeAsync(
            who => settings.RemindNoMoreAsync(Seen, Hours!.Value, Treatment, who, cancellation), "The reminder is removed.", cancellation);

    private async Task<IActionResult> ChangeAsync(
        Func<string, Task<Refusal?>> change, string done, CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        if (Treatment is { } id && Treatments.All(treatment => treatment.Id != id))
        {
            ModelState.AddModelError(nameof(Treatment), "Choose one of the treatments");
        }

        if (!ModelState.IsValid)
        {
            return this.BadForm();
        }

        if (await change(User.Identity!.Name!) is { } refusal)
        {
            ModelState.Remove(nameof(Seen));
            Seen = await ReadAsync(cancellation);
            return this.Conflict(refusal);
        }

        log.SettingsChanged(User.FindFirstValue(ClaimTypes.NameIdentifier));
        this.Done(done);
        return RedirectToPage();
    }

    private async Task<long> ReadAsync(CancellationToken cancellation)
    {
        var clinic = await diary.ClinicAsync(cancellation);
        Treatments = clinic.Treatments;
        var leads = clinic.Rules.Reminders.OrderByDescending(lead => lead.HoursBefore).ToLookup(lead => lead.TreatmentId);
        Groups =
        [
            (null, "All treatments", [.. leads[null]]),
            .. Treatments.Where(treatment => leads.Contains(treatment.Id))
                .Select(treatment => ((int?)treatment.Id, treatment.Name, (IReadOnlyList<ReminderLead>)[.. leads[treatment.Id]])),
        ];
        return clinic.Rules.Revision;
    }
}
