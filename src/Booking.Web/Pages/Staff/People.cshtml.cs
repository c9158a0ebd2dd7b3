using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>Everybody who may sign in, might soon, or no longer may.</summary>
[Authorize(StaffPolicy.Administrator)]
public sealed class PeoplePage(People people) : PageModel
{
    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Colleagues = await people.ListAsync(cancellation);
}
