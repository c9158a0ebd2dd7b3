using Booking.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>Patients still to come whom a text has not reached, or perhaps not, and what to do about each.</summary>
public sealed class MessagesPage(Diary diary) : PageModel
{
    public IReadOnlyList<Appointment> Appointments { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Appointments = await diary.WithTextsToSeeToAsync(cancellation);
}
