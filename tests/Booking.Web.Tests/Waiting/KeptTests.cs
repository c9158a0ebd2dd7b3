using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Which appointment a place on the list is about, and what becomes of the place when something becomes of it.</summary>
public sealed class KeptTests(WaitingClinic clinic) : WaitingTests(clinic)
{
    private const string Jo = "Jo Bloggs";
    private const string Earlier = "Tell me if something earlier comes free";

    private Desk Desk => Clinic.Services.GetRequiredService<Desk>();

    [Fact]
    public async Task Who_waits_with_one_appointment_and_asks_for_another_is_told_so_and_nothing_changes()
    {
        using var jo = Clinic.Visit();
        var first = await jo.BookAsync(WaitingClinic.Thursday, "cara-lowe");
        var second = await jo.BookAsync("2026-11-27 10:00");
        var form = await jo.FollowAsync(await jo.ComeBackAsync(Clinic, second), Earlier);
        await jo.AskForEarlierAsync(Clinic, first);
        var place = await Clinic.PlaceOfAsync(Jo);

        var asked = await jo.OpenAsync(form.Address.AbsolutePath);
        var pressed = await jo.PressAsync(form, "Join the waiting list", (WaitingClinic.Cara, "")); // on a page left open

        Assert.Equal(HttpStatusCode.BadRequest, pressed.Status);
        Assert.All([asked, pressed], page =>
        {
            Assert.Contains(
                "You are on the waiting list already, for something earlier than your other appointment, on Thursday 26 November at 9:00am.",
                page.Text,
                StringComparison.Ordinal);
            Assert.DoesNotContain("When can you come?", page.Text, StringComparison.Ordinal);
        });
        var unchanged = await Clinic.PlaceOfAsync(Jo);
        Assert.Equal((place.AppointmentId, place.Version), (unchanged.AppointmentId, unchanged.Version));

        await Clinic.Waiting.EndAsync(place.Id, "Left", AppointmentEvent.ByPatient, default);
        var joined = await jo.AskForEarlierAsync(Clinic, second);
        Assert.Contains("You keep your appointment on Friday 27 November at 10:00am", joined.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)] // for another appointment
    [InlineData(false)] // for any time
    public async Task The_desk_is_told_so_too(bool keepsAnother)
    {
        using var jo = Clinic.Visit();
        await jo.AskForEarlierAsync(Clinic, await jo.BookAsync(WaitingClinic.Thursday, "cara-lowe"));
        await jo.BookAsync("2026-11-27 10:00");
        var second = await VisitAsync("2026-11-27");

        var refusal = await JoinAtDeskAsync(second.PatientId, keepsAnother ? second.Id : null);

        Assert.Equal(
            "They are on the list already, for something earlier than their appointment on Thursday 26 November at 9:00am. Take them off it first.",
            refusal!.Words);
    }

    [Fact]
    public async Task Who_waits_for_any_time_and_then_asks_from_their_appointment_waits_for_something_earlier_than_it()
    {
        using var jo = Clinic.Visit();
        await jo.JoinAsync();
        var place = await Clinic.PlaceOfAsync(Jo);
        Clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        var booked = await jo.BookAsync("2026-11-27 10:00");
        await Clinic.GoRoundAsync(); // which finds it too

        await jo.AskForEarlierAsync(Clinic, booked);

        var same = await Clinic.PlaceOfAsync(Jo);
        Assert.Equal((place.Id, false), (same.Id, same.OnlyFound));
        Assert.Equal(27, same.Kept!.Date.Day);
    }

    [Fact]
    public async Task Who_has_cancelled_and_joins_anew_before_the_next_round_waits_on()
    {
        using var jo = Clinic.Visit();
        var booked = await jo.BookAsync(WaitingClinic.Thursday, "cara-lowe");
        await jo.AskForEarlierAsync(Clinic, booked);
        var visit = await VisitAsync("2026-11-26");
        Assert.Null(await Desk.CancelAsync(new Seen(visit.Id, visit.Version), "Rang", "Rita Desk", default));

        Assert.Contains("You are on the waiting list", (await jo.JoinAsync()).Text, StringComparison.Ordinal);

        await Clinic.GoRoundAsync();
        var place = await Clinic.PlaceOfAsync(Jo);
        Assert.Equal((true, null), (place.IsWaiting, place.AppointmentId));
    }

    [Fact]
    public async Task Whoever_books_and_cancels_in_my_name_does_not_end_my_wait()
    {
        using var jo = Clinic.Visit();
        using var stranger = Clinic.Visit();
        await jo.JoinAsync();
        Clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        var booked = await stranger.BookAsync(WaitingClinic.Thursday, "cara-lowe");
        await Clinic.GoRoundAsync();
        var found = await Clinic.PlaceOfAsync(Jo);
        Assert.Equal(26, found.Kept!.Date.Day);
        using var desk = await Clinic.SignInAsync();
        Assert.Contains(
            "Thursday 26 November at 9:00am: booked online while they waited.",
            (await desk.OpenAsync($"/staff/waiting/{found.Id}")).Text,
            StringComparison.Ordinal);
        Clinic.NewTexts();

        await stranger.PressAsync(booked, "Yes, cancel it");
        await Clinic.GoRoundAsync();
        await Clinic.GoRoundAsync();

        var place = await Clinic.PlaceOfAsync(Jo);
        Assert.Equal((true, null), (place.IsWaiting, place.AppointmentId));
        var offer = Clinic.NewTexts().Single(text => text.Body.Contains("has come free", StringComparison.Ordinal));
        Assert.Contains("You are booked", (await jo.SayYesAsync(WaitingClinic.LinkIn(offer))).Text, StringComparison.Ordinal);
        Assert.Empty(await Clinic.FaultsAsync());
    }

    [Fact]
    public async Task Yes_to_an_earlier_time_after_the_found_appointment_was_cancelled_books_it_anew()
    {
        using var jo = Clinic.Visit();
        await jo.JoinAsync();
        await Clinic.FreeAsync();
        Clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        var booked = await jo.BookAsync(WaitingClinic.Thursday, "cara-lowe");
        await Clinic.GoRoundAsync();
        var offer = Clinic.NewTexts().Single(text => text.Body.Contains("has come free", StringComparison.Ordinal));
        await jo.PressAsync(booked, "Yes, cancel it");

        var page = await jo.SayYesAsync(WaitingClinic.LinkIn(offer));

        Assert.Equal("Tuesday 24 November 2026 9:00am", page.When());
        Assert.Equal(
            [(24, AppointmentStatus.Booked), (26, AppointmentStatus.Cancelled)],
            await Clinic.LookAsync(async context => (await context.Appointments.OrderBy(a => a.Date).ToListAsync()).ConvertAll(a => (a.Date.Day, a.Status))));
        Assert.Empty(await Clinic.FaultsAsync());
    }

    [Theory]
    [InlineData(null, true)] // whoever booked it in their name did not come, or nobody has said so
    [InlineData(AppointmentStatus.DidNotAttend, true)]
    [InlineData(AppointmentStatus.Attended, false)]
    public async Task When_what_was_found_for_them_is_over_they_wait_on_unless_they_have_come_to_it(AppointmentStatus? mark, bool waits)
    {
        using var jo = Clinic.Visit();
        await jo.JoinAsync();
        Clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        await jo.BookAsync(WaitingClinic.Wednesday, "cara-lowe");
        await Clinic.GoRoundAsync();
        Clinic.WindTo("2026-11-25 10:00");
        var visit = await VisitAsync("2026-11-25");
        if (mark is { } status)
        {
            Assert.Null(await Desk.MarkAsync(new Seen(visit.Id, visit.Version), status, "Rita Desk", default));
        }

        Clinic.WindTo("2026-11-26 10:00");
        await Clinic.GoRoundAsync();

        var place = await Clinic.PlaceOfAsync(Jo);
        Assert.Equal((waits, waits ? null : visit.Id), (place.IsWaiting, place.AppointmentId));
    }

    [Fact]
    public async Task What_the_desk_has_booked_for_them_meanwhile_ends_the_wait_when_it_is_cancelled()
    {
        using var jo = Clinic.Visit();
        await jo.JoinAsync();
        Clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        var place = await Clinic.PlaceOfAsync(Jo);
        var setUp = await Clinic.Services.GetRequiredService<Diary>().ClinicAsync(default);
        var booking = new DeskBooking(
            place.PatientId, null, setUp.Treatment("sports-injury")!, [(new DateTime(2026, 11, 27, 9, 0, 0), setUp.Practitioner("aisha-khan")!)]);
        var (seen, refusal) = await Desk.BookAsync(booking, "Rita Desk", default);
        Assert.Null(refusal);
        await Clinic.GoRoundAsync();

        Assert.Null(await Desk.CancelAsync(seen[0], "Rang", "Rita Desk", default));
        await Clinic.GoRoundAsync();

        Assert.False((await Clinic.PlaceOfAsync(Jo)).IsWaiting);
    }

    [Fact]
    public async Task A_visit_that_was_made_longer_is_offered_kept_and_swapped_as_long_as_it_is()
    {
        using var jo = Clinic.Visit();
        var booked = await jo.BookAsync("2026-11-26 09:00");
        await MakeLongerAsync(await VisitAsync("2026-11-26"), minutes: 75);
        await jo.AskForEarlierAsync(Clinic, booked, ("Aisha Khan", ""), (nameof(DayOfWeek.Tuesday), ""));
        await Clinic.FreeAsync();

        Assert.Equal(1, await Clinic.GoRoundAsync());

        var offer = Clinic.NewTexts().Single(text => text.Body.Contains("has come free", StringComparison.Ordinal));
        Assert.Equal(75, await Clinic.LookAsync(context => context.Holds.Select(hold => hold.Minutes).SingleAsync()));
        var page = await jo.OpenAsync(WaitingClinic.LinkIn(offer));
        Assert.Equal("75 minutes, £58", page.Fact("What"));
        await jo.PressAsync(page, "Yes, book it for me");
        var visit = await Clinic.LookAsync(context => context.Appointments.SingleAsync());
        Assert.Equal((24, 75), (visit.Date.Day, visit.Minutes));
        Assert.Empty(await Clinic.FaultsAsync());
    }

    [Fact]
    public async Task Times_to_offer_by_hand_pass_over_the_appointment_that_is_kept_but_no_other_of_theirs()
    {
        using var jo = Clinic.Visit();
        await jo.BookAsync("2026-11-26 10:00", "ben-howard", "acupuncture");
        var booked = await jo.BookAsync("2026-11-26 12:00");
        await jo.AskForEarlierAsync(Clinic, booked, (nameof(DayOfWeek.Sunday), ""));
        var place = (await Clinic.Waiting.WaitingAsync(default))[0].Entry;
        var ben = (await Clinic.Services.GetRequiredService<Diary>().ClinicAsync(default)).Practitioner("ben-howard")!;

        var times = await Clinic.Waiting.TimesForAsync(place, int.MaxValue, default);
        Assert.Contains(times, time => IsAt(time, "Ben Howard", "2026-11-26 11:45")); // till half past twelve: in place of what she has
        Assert.DoesNotContain(times, time => IsAt(time, "Aisha Khan", "2026-11-26 11:45")); // where she still is
        Assert.DoesNotContain(times, time => IsAt(time, "Aisha Khan", "2026-11-26 09:30")); // she is with Ben by then
        Assert.Null(await Clinic.Waiting.OfferAsync(place.Id, ben, new(2026, 11, 26, 11, 45, 0), "Rita Desk", default));

        await Clinic.GoRoundAsync();
        var offer = Clinic.NewTexts().Single(text => text.Body.Contains("has come free", StringComparison.Ordinal));
        Assert.Contains("You are booked", (await jo.SayYesAsync(WaitingClinic.LinkIn(offer))).Text, StringComparison.Ordinal);
        Assert.Equal(
            ["10:00", "11:45"],
            await Clinic.LookAsync(async context => (await context.Appointments.OrderBy(a => a.Start).ToListAsync()).ConvertAll(a => $"{a.Start:HH:mm}")));
        Assert.Empty(await Clinic.FaultsAsync());
    }

    private static bool IsAt(FreeTime time, string with, string at) =>
        time.Practitioner.FullName == with && $"{time.Slot.StartsAt:yyyy-MM-dd HH:mm}" == at;

    private Task<Appointment> VisitAsync(string date) => Clinic.LookAsync(async context =>
        (await context.Appointments.ToListAsync()).Single(a => $"{a.Date:yyyy-MM-dd}" == date));

    private async Task MakeLongerAsync(Appointment visit, int minutes)
    {
        var setUp = await Clinic.Services.GetRequiredService<Diary>().ClinicAsync(default);
        var wish = new MoveWish(setUp.Practitioner(visit.PractitionerId)!, visit.StartsAt, minutes);
        Assert.Null(await Desk.MoveAsync(new Seen(visit.Id, visit.Version), wish, "Rita Desk", default));
    }

    private async Task<Refusal?> JoinAtDeskAsync(int patient, int? keeps)
    {
        var setUp = await Clinic.Services.GetRequiredService<Diary>().ClinicAsync(default);
        var wishes = new Wishes([], [], [], new(2026, 11, 23), new(2026, 12, 23));
        var wish = new WaitingWish(setUp.Treatment("sports-injury")!, wishes, null, patient, null, keeps);
        return (await Clinic.Waiting.JoinAsync(wish, "Rita Desk", default)).Refusal;
    }
}
