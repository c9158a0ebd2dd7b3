using Booking.Data;
using Microsoft.AspNetCore.Mvc;

namespace Booking.Web.Pages;

public sealed partial class MessagesPage
{
    private string Me => User.Identity!.Name!;

    private SeenText Seen => new(Id, Revision);

    public Task<IActionResult> OnPostAgainAsync(CancellationToken cancellation) => DecideAsync(
        MayDecide, [nameof(Id), nameof(Revision)], () => texts.SendAgainAsync(Seen, Me, cancellation), "It goes again.", cancellation);

    public Task<IActionResult> OnPostSeenToAsync(CancellationToken cancellation) => DecideAsync(
        MayDecide, [nameof(Id), nameof(Revision)], () => texts.SeeToAsync(Seen, Me, cancellation), "It is seen to.", cancellation);

    public Task<IActionResult> OnPostGoOnAsync(CancellationToken cancellation) =>
        DecideAsync(MayDecide, [], () => sending.LetGoOnAsync(Me), "Texts go on.", cancellation);

    public Task<IActionResult> OnPostSendOverdueAsync(CancellationToken cancellation) =>
        DecideAsync(MayDecide, [], () => sending.SendOverdueAsync(Me), "They are on their way.", cancellation);

    public Task<IActionResult> OnPostLeaveOutAsync(CancellationToken cancellation) =>
        DecideAsync(MayDecide, [], () => sending.LeaveOutOverdueAsync(Me), "They are not sent.", cancellation);

    public Task<IActionResult> OnPostStopAsync(CancellationToken cancellation) =>
        DecideAsync(MayStop, [nameof(Reason)], () => sending.StopAsync(Reason.Trim(), Me), "All texts are stopped.", cancellation);

    public Task<IActionResult> OnPostStartAsync(CancellationToken cancellation) =>
        DecideAsync(MayStop, [], () => sending.StartAsync(Me), "Texts go again.", cancellation);

    // Each form of the page has fields of its own: what the others lack is no mistake.
    private async Task<IActionResult> DecideAsync(
        bool may, string[] fields, Func<Task<Refusal?>> decide, string done, CancellationToken cancellation)
    {
        if (!may)
        {
            return Forbid();
        }

        foreach (var other in ModelState.Keys.Except(fields).ToList())
        {
            ModelState.Remove(other);
        }

        if (!ModelState.IsValid)
        {
            await ShowAsync(cancellation);
            return this.BadForm();
        }

        if (await decide() is { } refusal)
        {
            await ShowAsync(cancellation);
            return this.Conflict(refusal);
        }

        nudge.SendSoon();
        this.Done(done);
        return RedirectToPage(new { show = Show });
    }
}
