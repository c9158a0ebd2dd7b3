using System.Text.Json;
using System.Text.Json.Serialization;
using Booking.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Booking.Web;

/// <summary>What the diary's screen is told when something is done.</summary>
/// <param name="Undo">What takes it back, while the texts wait.</param>
/// <param name="Booked">The new appointments, where some were booked.</param>
/// <param name="Unblock">The block that takes back what was blocked.</param>
/// <param name="Removed">The block that was removed, and can be put back.</param>
/// <param name="Now">What the appointments are now, as the screen reads them.</param>
public sealed record DeskDone(
    string Done,
    IEnumerable<Undoable> Undo,
    int UndoSeconds,
    IEnumerable<BookedVisit>? Booked = null,
    MadeBlock? Unblock = null,
    int? Removed = null,
    JsonElement? Now = null);

/// <summary>An appointment, and the version of it that an undo takes back.</summary>
public sealed record Undoable(int Id, int Version);

/// <param name="Start">Clinic time.</param>
public sealed record BookedVisit(int Id, string Start);

/// <param name="Series">Whether others were made with it, which go with it.</param>
public sealed record MadeBlock(int Id, bool Series);

/// <summary>What the diary's screen is told when nothing is done.</summary>
/// <param name="Kind">taken, rule, over, changed, bad or forbidden.</param>
/// <param name="CanOverrule">Whether whoever asked can do it all the same, with a reason.</param>
/// <param name="Fields">What is wrong with which field.</param>
/// <param name="Nearest">What is free instead.</param>
/// <param name="Leave">The page on which those in the way are seen to.</param>
/// <param name="Now">Where somebody else was quicker: what the appointments are now, as the screen reads them.</param>
public sealed record DeskRefused(
    string Refusal,
    string Kind,
    bool CanOverrule = false,
    IReadOnlyDictionary<string, string>? Fields = null,
    IEnumerable<TimeToBook>? Nearest = null,
    string? Leave = null,
    JsonElement? Now = null);

/// <summary>How the diary's screen is answered, with the status that fits.</summary>
public static class DeskAnswer
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <param name="undo">The appointments as they are now, by which the change is undone.</param>
    public static IActionResult Done(
        string words,
        IEnumerable<Seen> undo,
        BookingRules rules,
        IEnumerable<BookedVisit>? booked = null,
        MadeBlock? unblock = null,
        int? removed = null,
        JsonElement? now = null) =>
        Answer(
            StatusCodes.Status200OK,
            new DeskDone(
                words, undo.Select(seen => new Undoable(seen.Id, seen.Version)), rules.UndoSeconds, booked, unblock, removed, now));

    /// <param name="mayOverrule">Whether whoever asked has the right to do it all the same.</param>
    public static IActionResult Refused(
        Refusal refusal,
        bool mayOverrule = false,
        IEnumerable<TimeToBook>? nearest = null,
        string? leave = null,
        JsonElement? now = null) => Answer(
        IsForbidden(refusal) ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict,
        new DeskRefused(
            refusal.Words, KindOf(refusal), mayOverrule && refusal.CanBeOverruled, Nearest: nearest, Leave: leave, Now: now));

    public static IActionResult Gone { get; } =
        Answer(StatusCodes.Status404NotFound, new DeskRefused("There is no such appointment.", "bad"));

    /// <summary>The form was not filled in as it must be; said beside its fields, by their own names.</summary>
    public static IActionResult Bad(ModelStateDictionary state)
    {
        var wrong = state.Where(field => field.Value!.Errors.Count > 0)
            .ToDictionary(field => field.Key.Split('.')[^1], field => field.Value!.Errors[0].ErrorMessage, StringComparer.Ordinal);
        return Answer(
            StatusCodes.Status400BadRequest,
            new DeskRefused(wrong.Values.FirstOrDefault() ?? "That cannot be done.", "bad", Fields: wrong));
    }

    private static bool IsForbidden(Refusal refusal) => refusal == Refusal.MayNotOverrule || refusal == Refusal.NotYourColumn;

    private static string KindOf(Refusal refusal) =>
        IsForbidden(refusal) ? "forbidden"
        : refusal == Refusal.ChangedMeanwhile || refusal == Refusal.NoSuchBlock ? "changed"
        : refusal == Refusal.HasBegun || refusal == Refusal.CannotMove || refusal == Refusal.Past ? "over"
        : refusal.General == Refusal.Taken || refusal.General == Refusal.NoRoom || refusal.General == Refusal.PatientElsewhere
            || refusal.General == Refusal.AppointmentsInTheWay ? "taken"
        : "rule";

    private static JsonResult Answer(int status, object what) => new(what, Json) { StatusCode = status };
}
