using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web;

/// <summary>How the diary's screen is answered about blocks and delays.</summary>
internal static class BlockAnswers
{
    /// <param name="unblock">What takes a block back: its id, and whether the rest of its series goes too.</param>
    public static JsonResult Done(
        this PageModel page, string words, IEnumerable<Seen> undo, Clinic clinic, object? unblock = null) => new(new
        {
            done = words,
            undo = undo.Select(seen => new { id = seen.Id, version = seen.Version }),
            undoSeconds = clinic.Rules.UndoSeconds,
            unblock,
        });

    /// <param name="leave">The page on which those in the way are seen to.</param>
    public static JsonResult Refused(this PageModel page, Refusal refusal, string? leave = null) =>
        new(new { refusal = refusal.Words, kind = KindOf(refusal), canOverrule = false, leave })
        {
            StatusCode = StatusCodes.Status409Conflict,
        };

    /// <summary>What was wrong, each word beside its field.</summary>
    public static JsonResult BadFields(this PageModel page)
    {
        var fields = page.ModelState.Where(field => field.Value!.Errors.Count > 0)
            .ToDictionary(field => field.Key, field => field.Value!.Errors[0].ErrorMessage);
        return new(new { refusal = fields.Values.FirstOrDefault() ?? "That cannot be done.", kind = "bad", canOverrule = false, fields })
        {
            StatusCode = StatusCodes.Status400BadRequest,
        };
    }

    private static string KindOf(Refusal refusal) =>
        refusal == Refusal.AppointmentsInTheWay ? "taken"
        : refusal == Refusal.NoSuchBlock || refusal == Refusal.ChangedMeanwhile ? "changed"
        : "rule";
}
