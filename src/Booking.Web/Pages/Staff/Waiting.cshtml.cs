using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>Who waits for a time, for what and since when, and what has been offered to them.</summary>
[Authorize(StaffPolicy.Reception)]
public sealed class StaffWaitingPage(WaitingList waiting, Diary diary, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool Past { get; set; }

    public Clinic Clinic { get; private set; } = null!;

    public BookingRules Rules => Clinic.Rules;

    public DateOnly Today => clock.Today();

    public IReadOnlyList<OnList> Places { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Clinic = await diary.ClinicAsync(cancellation);
        Places = Past ? await waiting.PastAsync(cancellation) : await waiting.WaitingAsync(cancellation);
    }
}
