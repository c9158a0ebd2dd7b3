using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>The day's list: who comes to whom, when, and whether our texts have reached them.</summary>
public sealed class DayPage(Diary diary, Inbox inbox, TimeProvider clock) : PageModel
{
    public DateOnly Date { get; private set; }

    public bool IsToday => Date == clock.Today();

    /// <summary>Whether cancelled appointments are listed too.</summary>
    public bool WithCancelled { get; private set; }

    public int Cancelled { get; private set; }

    public IReadOnlyList<DayColumn> Columns { get; private set; } = [];

    /// <summary>The telephones of those who want no texts.</summary>
    public IReadOnlySet<string> Stopped { get; private set; } = new HashSet<string>();

    /// <summary>Why nothing, or nothing more, is to be seen; or null.</summary>
    public string? WhyEmpty { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? date, bool cancelled, CancellationToken cancellation)
    {
        if (!RouteData.Values.ContainsKey(nameof(date)))
        {
            return RedirectToPage(new { date = IsoDates.TryParse(date, out var chosen) ? chosen.Iso() : clock.Today().Iso() });
        }

        if (!IsoDates.TryParseDay(date, out var day))
        {
            return NotFound();
        }

        (Date, WithCancelled) = (day, cancelled);
        await ReadAsync(await diary.ClinicAsync(cancellation), cancellation);
        return Page();
    }

    private async Task ReadAsync(Clinic clinic, CancellationToken cancellation)
    {
        var (appointments, blocks) = await diary.ReadDayAsync(Date, cancellation);
        var standing = appointments.Where(a => a.Stands).ToList();
        Stopped = await inbox.StoppedAsync(standing.Select(a => a.Patient.Telephone), cancellation);
        Cancelled = appointments.Count - standing.Count;
        var kept = await diary.KeptAsync(Date, cancellation);
        Columns = [.. DayColumn.Of(clinic, Date, WithCancelled ? appointments : standing, blocks)
            .Select(column => column with { Kept = [.. kept.Where(one => one.PractitionerId == column.Practitioner.Id)] })];
        WhyEmpty = DayColumn.WhyEmpty(clinic, Date, Columns);
    }
}
