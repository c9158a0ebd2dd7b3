using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>What the diary's screen does to an appointment: each is a post, answered in words for whoever did it.</summary>
[OnlyTheseFields(
    "Id", "Version", "Practitioner", "Start", "Minutes", "Treatment", "Overrule", "Status", "Reason", "Note", "Changes",
    Repeated = ["Changes"])]
public sealed partial class DiaryChangePage(Desk desk, Diary diary, ScreenNews news, IAuthorizationService authorization) : PageModel
{
    private string Who => User.Identity!.Name!;

    // It is read by the screen alone, and by nobody who types its address.
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostMoveAsync([FromForm] MoveForm form, CancellationToken cancellation)
    {
        var clinic = await diary.ClinicAsync(cancellation);
        if (ModelState.IsValid && form.ToWish(clinic, ModelState) is { } wish)
        {
            var before = await diary.ReadAsync(form.Id, cancellation);
            if (WhyNot(before, undo: false) is { } no)
            {
                return no;
            }

            if (!User.MayChange(wish.Practitioner.Id))
            {
                return DeskAnswer.Refused(Refusal.NotYourColumn, mayOverrule: false);
            }

            if (wish.Overrule is not null && !await MayOverruleAsync())
            {
                return DeskAnswer.Refused(Refusal.MayNotOverrule, mayOverrule: false);
            }

            return await AnswerAsync(form, await desk.MoveAsync(form.Seen, wish, Who, cancellation), form.Done(wish, before!), cancellation);
        }

        return DeskAnswer.Bad(ModelState);
    }

    public Task<IActionResult> OnPostMarkAsync([FromForm] MarkForm form, CancellationToken cancellation) => ChangeAsync(
        form, () => desk.MarkAsync(form.Seen, form.Status!.Value, Who, cancellation), form.Status?.Said() ?? "", cancellation);

    public Task<IActionResult> OnPostCancelAsync([FromForm] CancelForm form, CancellationToken cancellation) => ChangeAsync(
        form, () => desk.CancelAsync(form.Seen, form.Reason.Trim(), Who, cancellation), "Cancelled", cancellation);

    public Task<IActionResult> OnPostRestoreAsync([FromForm] SeenForm form, CancellationToken cancellation) => ChangeAsync(
        form, () => desk.RestoreAsync(form.Seen, Who, cancellation), "Restored", cancellation);

    public Task<IActionResult> OnPostNoteAsync([FromForm] NoteForm form, CancellationToken cancellation) => ChangeAsync(
        form, () => desk.NoteAsync(form.Seen, form.Kept, Who, cancellation), "Note kept", cancellation);

    public async Task<IActionResult> OnPostUndoAsync([FromForm] UndoForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid || form.ToSeen(ModelState) is not { } seen)
        {
            return DeskAnswer.Bad(ModelState);
        }

        foreach (var one in seen)
        {
            if (WhyNot(await diary.ReadAsync(one.Id, cancellation), undo: true) is { } no)
            {
                return no;
            }
        }

        var refusal = await desk.UndoAsync(seen, Who, cancellation);
        var now = await news.OfAsync([.. seen.Select(one => one.Id)], User, cancellation);
        return refusal is not null
            ? DeskAnswer.Refused(refusal, now: now)
            : DeskAnswer.Done("Undone", [], await RulesAsync(cancellation), now: now);
    }

    private async Task<IActionResult> ChangeAsync(
        SeenForm form, Func<Task<Refusal?>> change, string done, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return DeskAnswer.Bad(ModelState);
        }

        return WhyNot(await diary.ReadAsync(form.Id, cancellation), undo: false) ?? await AnswerAsync(form, await change(), done, cancellation);
    }

    private async Task<IActionResult> AnswerAsync(SeenForm form, Refusal? refusal, string done, CancellationToken cancellation)
    {
        if (refusal is not null && refusal != Refusal.ChangedMeanwhile)
        {
            return DeskAnswer.Refused(refusal, await MayOverruleAsync());
        }

        var now = await news.OfAsync([form.Id], User, cancellation);
        if (refusal is not null)
        {
            return DeskAnswer.Refused(refusal, now: now);
        }

        // Where it was so already nothing has changed, and there is nothing to take back.
        Seen[] undo = await desk.IsAsSeenAsync(form.Seen, cancellation) ? [] : [form.Seen.Next];
        return DeskAnswer.Done(done, undo, await RulesAsync(cancellation), now: now);
    }

    // A column that is theirs now; and for an undo, that was theirs before the last change, for that is where it goes back.
    private IActionResult? WhyNot(Appointment? appointment, bool undo)
    {
        if (appointment is null)
        {
            return DeskAnswer.Gone;
        }

        var before = undo && appointment.History is [.., var last] ? last.Before?.PractitionerId : null;
        return User.MayChange(appointment.PractitionerId) && User.MayChange(before ?? appointment.PractitionerId)
            ? null
            : DeskAnswer.Refused(Refusal.NotYourColumn, mayOverrule: false);
    }

    private async Task<bool> MayOverruleAsync() =>
        (await authorization.AuthorizeAsync(User, StaffPolicy.Overrule)).Succeeded;

    private async Task<BookingRules> RulesAsync(CancellationToken cancellation) => (await diary.ClinicAsync(cancellation)).Rules;
}
