using Booking.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>Where the diary's screen books for somebody on the telephone: it answers in JSON.</summary>
[OnlyTheseFields(
    nameof(PhoneBooking.Patient),
    nameof(PhoneBooking.Name),
    nameof(PhoneBooking.Telephone),
    nameof(PhoneBooking.Email),
    nameof(PhoneBooking.Born),
    nameof(PhoneBooking.Treatment),
    nameof(PhoneBooking.Practitioner),
    nameof(PhoneBooking.Start),
    nameof(PhoneBooking.Minutes),
    nameof(PhoneBooking.Note),
    nameof(PhoneBooking.Overrule),
    nameof(PhoneBooking.SafetyAsked),
    Repeated = [nameof(PhoneBooking.Start)])]
public sealed class BookByPhonePage(Desk desk, Diary diary, IAuthorizationService authorization) : PageModel
{
    private const string NotGood = "Something is missing or cannot be right.";

    [BindProperty]
    public PhoneBooking Input { get; set; } = new();

    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Bad(ModelState.Where(field => field.Value!.Errors.Count > 0)
                .ToDictionary(field => field.Key.Split('.')[^1], field => field.Value!.Errors[0].ErrorMessage, StringComparer.Ordinal));
        }

        var clinic = await diary.ClinicAsync(cancellation);
        if (Input.In(clinic) is not { } booking)
        {
            return Bad(new Dictionary<string, string>(StringComparer.Ordinal) { [nameof(Input.Treatment)] = "Choose a treatment and a practitioner" });
        }

        if (await authorization.WhyNotTheirsAsync(User, booking) is { } notTheirs)
        {
            return Answer(StatusCodes.Status403Forbidden, new DeskRefused(notTheirs.Words, "forbidden"));
        }

        var (booked, refusal) = await desk.BookAsync(booking, User.Identity!.Name!, cancellation);
        return refusal is null
            ? new JsonResult(new DeskDone(
                Said(booking),
                booked.Select(Undoable.Of),
                clinic.Rules.UndoSeconds,
                booked.Zip(booking.Visits.OrderBy(visit => visit.Start), Told)))
            : Answer(StatusCodes.Status409Conflict, await RefusedAsync(refusal, booking, cancellation));
    }

    private async Task<DeskRefused> RefusedAsync(Refusal refusal, DeskBooking booking, CancellationToken cancellation)
    {
        var nearest = booking.Visits is [var (start, with)]
            ? await desk.NearestAsync(booking.Treatment, with, start, booking.PatientId, cancellation)
            : [];
        return new DeskRefused(
            refusal.Words,
            DeskRefused.KindOf(refusal),
            refusal.CanBeOverruled && await authorization.MayOverruleAsync(User),
            Nearest: nearest.Select(TimeToBook.Of));
    }

    private static string Said(DeskBooking booking) => booking.Visits is [var (start, with)]
        ? $"Booked with {with.FullName}, {DateOnly.FromDateTime(start).SaidShort()} at {TimeOnly.FromDateTime(start).Said()}"
        : $"Booked {booking.Visits.Count} visits";

    private static BookedVisit Told(Seen booked, (DateTime Start, Practitioner With) visit) => new(booked.Id, visit.Start.Iso());

    private static JsonResult Bad(Dictionary<string, string> fields) =>
        Answer(StatusCodes.Status400BadRequest, new DeskRefused(NotGood, "bad", Fields: fields));

    private static JsonResult Answer(int status, DeskRefused refused) => new(refused) { StatusCode = status };
}
