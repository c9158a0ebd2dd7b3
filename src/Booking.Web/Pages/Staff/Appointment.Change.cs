using Booking.Data;
using Microsoft.AspNetCore.Mvc;

namespace Booking.Web.Pages;

public sealed partial class StaffAppointmentPage
{
    private string Me => User.Identity!.Name!;

    private Seen Seen => new(Appointment.Id, Version);

    public Task<IActionResult> OnPostCancelAsync(int id, CancellationToken cancellation) =>
        ChangeAsync(id, [nameof(Reason)], () => desk.CancelAsync(Seen, Reason.Trim(), Me, cancellation), "The appointment is cancelled.", cancellation);

    public Task<IActionResult> OnPostRestoreAsync(int id, CancellationToken cancellation) =>
        ChangeAsync(id, [], () => desk.RestoreAsync(Seen, Me, cancellation), "The appointment stands again.", cancellation);

    public Task<IActionResult> OnPostUndoAsync(int id, CancellationToken cancellation) => ChangeAsync(
        id,
        [],
        async () => CanUndo ? await desk.UndoAsync([Seen], Me, cancellation) : Refusal.NothingToUndo,
        "The last change is undone.",
        cancellation);

    public Task<IActionResult> OnPostMarkAsync(int id, CancellationToken cancellation) =>
        ChangeAsync(
            id,
            [nameof(Status)],
            () => desk.MarkAsync(Seen, Status, Me, cancellation),
            $"Marked: {Status.Said().ToLowerInvariant()}.",
            cancellation);

    public Task<IActionResult> OnPostNoteAsync(int id, CancellationToken cancellation) =>
        ChangeAsync(
            id,
            [nameof(Note)],
            () => desk.NoteAsync(Seen, string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(), Me, cancellation),
            "The note is saved.",
            cancellation);

    public Task<IActionResult> OnPostMoveAsync(int id, CancellationToken cancellation) => ChangeAsync(
        id,
        [.. ModelState.Keys.Where(key => key.StartsWith(nameof(Move), StringComparison.Ordinal))],
        () => Move.In(Clinic) switch
        {
            null => Task.FromResult<Refusal?>(Refusal.NotGiven),
            { Overrule: not null } when !MayOverrule => Task.FromResult<Refusal?>(Refusal.MayNotOverrule),
            var wish when !User.MayChange(wish.Practitioner.Id) => Task.FromResult<Refusal?>(Refusal.NotYourColumn),
            var wish => desk.MoveAsync(Seen, wish, Me, cancellation),
        },
        "The change is saved.",
        cancellation);

    // Each form of the page has fields of its own: what the others lack is no mistake.
    private async Task<IActionResult> ChangeAsync(
        int id, string[] fields, Func<Task<Refusal?>> change, string done, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        if (!MayChange)
        {
            return Forbid();
        }

        foreach (var other in ModelState.Keys.Except(fields).ToList())
        {
            ModelState.Remove(other);
        }

        if (!ModelState.IsValid)
        {
            return this.BadForm();
        }

        if (await change() is not { } refusal)
        {
            this.Done(done);
            return RedirectToPage(new { id });
        }

        // What was typed stays; what the appointment is now is shown.
        await FindAsync(id, cancellation);
        return this.Conflict(refusal);
    }
}
