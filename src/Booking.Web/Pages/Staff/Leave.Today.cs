using Microsoft.AspNetCore.Mvc;

namespace Booking.Web.Pages;

// The small things: a practitioner runs late, a block is not needed after all, something was done by mistake.
public sealed partial class LeavePage
{
    private static readonly int[] Delays = [10, 20];

    /// <summary>Those who still work today.</summary>
    public IEnumerable<Practitioner> AtWork => Clinic.ClosureOn(DateOnly.FromDateTime(Now)) is null
        ? Clinic.Practitioners.Where(p => !(p.HoursOn(DateOnly.FromDateTime(Now))
            & TickSet.From(TickSet.TickOf(TimeOnly.FromDateTime(Now)))).IsEmpty)
        : [];

    public async Task<IActionResult> OnPostLateAsync(string? practitioner, int minutes, CancellationToken cancellation)
    {
        await LookAsync(cancellation);
        if (!ModelState.IsValid || Clinic.Practitioner(practitioner ?? "") is not { } late || !Delays.Contains(minutes))
        {
            return this.BadForm("", "Choose who is late, and by how much");
        }

        var before = await desk.ReadTogetherAsync(Series, cancellation);
        if (before.Appointments.Count == 0
            && (await desk.RunLateAsync(late, minutes, Series, Me, cancellation)).Refusal is { } refusal)
        {
            return this.Conflict(refusal);
        }

        return RedirectToPage(new { done = Series });
    }

    public async Task<IActionResult> OnPostRemoveAsync(int id, bool rest, CancellationToken cancellation)
    {
        await LookAsync(cancellation);
        if (!ModelState.IsValid)
        {
            return this.BadForm();
        }

        return await desk.UnblockAsync(id, rest, Me, cancellation) is { } refusal
            ? this.Conflict(refusal)
            : RedirectToPage(new { removed = id });
    }

    public async Task<IActionResult> OnPostPutBackAsync(int id, CancellationToken cancellation)
    {
        await LookAsync(cancellation);
        if (!ModelState.IsValid)
        {
            return this.BadForm();
        }

        var (left, refusal) = await desk.PutBackAsync(id, cancellation);
        if (refusal is not null)
        {
            return this.Conflict(refusal);
        }

        await LookAsync(cancellation);
        (Notice, Left) = ($"{Stretches.PutBack(left.Count)}.", left);
        return Page();
    }

    public async Task<IActionResult> OnPostUndoAsync(CancellationToken cancellation)
    {
        await LookAsync(cancellation);
        if (!ModelState.IsValid)
        {
            return this.BadForm();
        }

        if (await desk.UndoTogetherAsync(Series, Me, cancellation) is not { } refusal)
        {
            return RedirectToPage(new { done = Series });
        }

        Done = await desk.ReadTogetherAsync(Series, cancellation);
        return this.Conflict(refusal);
    }
}
