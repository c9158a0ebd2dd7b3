using System.Text.Json;
using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Booking.Web;

/// <summary>What the diary's screen is told about a change: what was done and how it is undone, or why it was not.</summary>
public static class DeskAnswer
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <param name="undo">The appointments as they are now, by which the change is undone.</param>
    public static IActionResult Done(string words, IEnumerable<Seen> undo, BookingRules rules) => Answer(
        StatusCodes.Status200OK, new { Done = words, Undo = undo.Select(seen => new { seen.Id, seen.Version }), rules.UndoSeconds });

    /// <param name="mayOverrule">Whether whoever asked has the right to do it all the same.</param>
    public static IActionResult Refused(Refusal refusal, bool mayOverrule) => Answer(
        IsForbidden(refusal) ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict,
        new { Refusal = refusal.Words, Kind = KindOf(refusal), CanOverrule = mayOverrule && refusal.CanBeOverruled });

    public static IActionResult Gone { get; } = Answer(
        StatusCodes.Status404NotFound, new { Refusal = "There is no such appointment.", Kind = "bad" });

    /// <summary>The form was not filled in as it must be; said beside its fields.</summary>
    public static IActionResult Bad(ModelStateDictionary state)
    {
        var wrong = state.Where(field => field.Value!.Errors.Count > 0)
            .ToDictionary(field => field.Key, field => field.Value!.Errors[0].ErrorMessage, StringComparer.Ordinal);
        return Answer(
            StatusCodes.Status400BadRequest, new { Refusal = wrong.Values.FirstOrDefault(), Kind = "bad", Fields = wrong });
    }

    private static bool IsForbidden(Refusal refusal) => refusal == Refusal.MayNotOverrule || refusal == Refusal.NotYourColumn;

    private static string KindOf(Refusal refusal) =>
        IsForbidden(refusal) ? "forbidden"
        : refusal == Refusal.ChangedMeanwhile ? "changed"
        : refusal == Refusal.AlreadyOver || refusal == Refusal.CannotMove || refusal == Refusal.Past ? "over"
        : refusal.General == Refusal.Taken || refusal.General == Refusal.NoRoom || refusal.General == Refusal.PatientElsewhere ? "taken"
        : "rule";

    private static JsonResult Answer(int status, object what) => new(what, Json) { StatusCode = status };
}
