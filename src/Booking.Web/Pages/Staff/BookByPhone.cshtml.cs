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
public sealed class BookByPhonePage(Desk desk, Diary diary, ScreenNews news, IAuthorizationService authorization) : PageModel
{
    [BindProperty]
    public PhoneBooking Input { get; set; } = new();

    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return DeskAnswer.Bad(ModelState);
        }

        var clinic = await diary.ClinicAsync(cancellation);
        if (Input.In(clinic) is not { } booking)
        {
            ModelState.AddModelError(nameof(Input.Treatment), "Choose a treatment and a practitioner");
            return DeskAnswer.Bad(ModelState);
        }

        if (await authorization.WhyNotTheirsAsync(User, booking) is { } notTheirs)
        {
            return DeskAnswer.Refused(notTheirs);
        }

        var (booked, refusal) = await desk.BookAsync(booking, User.Identity!.Name!, cancellation);
        return refusal is null
            ? DeskAnswer.Done(
                Said(booking),
                booked,
                clinic.Rules,
                booked.Zip(booking.Visits.OrderBy(visit => visit.Start), Told),
                now: await news.OfAsync([.. booked.Select(one => one.Id)], User, cancellation))
            : DeskAnswer.Refused(
                refusal, await authorization.MayOverruleAsync(User), await NearestAsync(booking, cancellation));
    }

    private async Task<IEnumerable<TimeToBook>> NearestAsync(DeskBooking booking, CancellationToken cancellation)
    {
        var nearest = booking.Visits is [var (start, with)]
            ? await desk.NearestAsync(booking.Treatment, with, start, booking.Minutes, booking.PatientId, cancellation)
            : [];
        return nearest.Select(TimeToBook.Of);
    }

    private static string Said(DeskBooking booking) => booking.Visits is [var (start, with)]
        ? $"Booked with {with.FullName}, {DateOnly.FromDateTime(start).SaidShort()} at {TimeOnly.FromDateTime(start).Said()}"
        : $"Booked {booking.Visits.Count} visits";

    private static BookedVisit Told(Seen booked, (DateTime Start, Practitioner With) visit) => new(booked.Id, visit.Start.Iso());
}
