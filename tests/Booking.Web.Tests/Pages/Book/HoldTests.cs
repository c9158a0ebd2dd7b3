using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>A time is kept for five minutes; after that it is the holder's only as long as nobody else wants it.</summary>
public sealed class HoldTests(TestClinic clinic) : ClinicTests(clinic)
{
    private const string Nine = "2026-11-24T09:00 aisha-khan";

    [Fact]
    public async Task A_held_time_is_shown_to_nobody_else_and_its_holder_still_sees_it()
    {
        using var jo = Clinic.Visit();
        using var al = Clinic.Visit();
        await jo.HoldAsync("2026-11-24 09:00", "aisha-khan");

        Assert.DoesNotContain(Nine, (await al.TimesAsync("sports-injury", "aisha-khan", "2026-11-24")).Offered());
        Assert.Contains(Nine, (await jo.TimesAsync("sports-injury", "aisha-khan", "2026-11-24")).Offered());
    }

    [Fact]
    public async Task A_hold_lapses_by_itself_and_somebody_else_can_book_the_time()
    {
        using var jo = Clinic.Visit();
        using var al = Clinic.Visit();
        await jo.HoldAsync("2026-11-24 09:00", "aisha-khan");

        Clinic.Clock.Advance(TimeSpan.FromMinutes(5));

        await al.BookAsync("2026-11-24 09:00", name: "Al Bell");
    }

    [Fact]
    public async Task A_hold_is_kept_until_the_last_second()
    {
        using var jo = Clinic.Visit();
        using var al = Clinic.Visit();
        var times = await al.TimesAsync("sports-injury", "aisha-khan", "2026-11-24");
        await jo.HoldAsync("2026-11-24 09:00", "aisha-khan");

        Clinic.Clock.Advance(TimeSpan.FromSeconds(299));
        var lost = await al.PressAsync(times, "9:00am Aisha Tuesday");

        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Contains("That time has just been taken.", lost.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["2026-11-24T08:00 aisha-khan", "2026-11-24T08:15 aisha-khan", "2026-11-24T09:45 aisha-khan"],
            lost.Offered().Take(3));
    }

    [Fact]
    public async Task A_lapsed_hold_whose_time_is_still_free_is_booked_without_a_word()
    {
        using var jo = Clinic.Visit();
        var details = await jo.HoldAsync("2026-11-24 09:00", "ben-howard", "acupuncture");

        Clinic.Clock.Advance(TimeSpan.FromMinutes(6));
        var booked = await jo.ConfirmAsync(details);

        Assert.Contains("You are booked", booked.Text, StringComparison.Ordinal);
        var appointment = await Clinic.LookAsync(context => context.Appointments.SingleAsync());
        Assert.NotNull(appointment.RoomId);
        Assert.Equal(appointment.Claims().Count(), await Clinic.LookAsync(context => context.DiaryClaims.CountAsync()));
    }

    [Fact]
    public async Task A_lapsed_hold_whose_time_is_gone_keeps_what_was_typed_and_leads_to_the_nearest_times()
    {
        using var jo = Clinic.Visit();
        using var al = Clinic.Visit();
        var details = await jo.HoldAsync("2026-11-24 09:00", "aisha-khan");
        Clinic.Clock.Advance(TimeSpan.FromMinutes(6));
        await al.BookAsync("2026-11-24 09:00", name: "Al Bell", mobile: "07700 900456");

        var lost = await jo.ConfirmAsync(details, "Jo Bloggs", "07700-900 123", "jo@example.com");
        var switched = await jo.PressAsync(lost, "9:00am");
        var booked = await jo.PressAsync(switched, "Book this appointment");

        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Contains("That time has just been taken. What you typed is still here.", lost.Text, StringComparison.Ordinal);
        Assert.Equal(3, lost.Offered().Count);
        Assert.Contains("2026-11-24T09:00 ben-howard", lost.Offered());
        foreach (var page in new[] { lost, switched })
        {
            Assert.Equal("Jo Bloggs", page.Typed("Input.FullName"));
            Assert.Equal("07700-900 123", page.Typed("Input.Mobile"));
            Assert.Equal("jo@example.com", page.Typed("Input.Email"));
        }

        Assert.Contains("We are keeping this time for you now", switched.Text, StringComparison.Ordinal);
        Assert.Equal(("Tuesday 24 November 2026 9:00am", "Ben Howard"), (booked.When(), booked.Fact("With")));
    }

    [Fact]
    public async Task Twenty_times_chosen_at_once_by_one_browser_leave_one()
    {
        using var jo = Clinic.Visit();
        await jo.HoldAsync("2026-11-25 09:00", "aisha-khan");
        var times = await jo.TimesAsync("sports-injury", "aisha-khan", "2026-11-24");

        await Task.WhenAll(times.Offered().Take(20).Select(time => jo.ForgeAsync(times, "9:00am", ("At", time))));

        Assert.Equal(1, await Clinic.LookAsync(context => context.Holds.CountAsync(hold => hold.HeldBy != null)));
        Assert.Equal(1, await Clinic.LookAsync(context => context.Holds.CountAsync(hold => hold.Expires > Clinic.Clock.UtcNow())));
        Assert.Equal(1, await Clinic.LookAsync(context => context.DiaryClaims.Select(claim => claim.Owner).Distinct().CountAsync()));
    }

    [Fact]
    public async Task The_database_itself_refuses_a_browser_a_second_time()
    {
        using var jo = Clinic.Visit();
        await jo.HoldAsync("2026-11-24 09:00", "aisha-khan");

        var second = await Assert.ThrowsAsync<DbUpdateException>(() => Clinic.ChangeAsync(async context =>
        {
            var first = await context.Holds.AsNoTracking().SingleAsync();
            context.Add(new Hold
            {
                ReferenceHash = Reference.From(new byte[Reference.Bytes]).Hash,
                Visitor = first.Visitor,
                HeldBy = first.HeldBy,
                TreatmentId = first.TreatmentId,
                PractitionerId = first.PractitionerId,
                RoomId = null,
                Date = first.Date.AddDays(1),
                Start = first.Start,
                Minutes = first.Minutes,
                TurnaroundMinutes = 0,
                RedFlagVersion = null,
                MadeAt = first.MadeAt,
                Expires = first.Expires,
            });
        }));

        Assert.True(second.IsDuplicateIn(nameof(BookingDbContext.Holds)));
    }

    [Fact]
    public async Task Twenty_holds_by_one_browser_leave_one()
    {
        using var greedy = Clinic.Visit();
        using var jo = Clinic.Visit();
        var times = await greedy.TimesAsync("sports-injury", "aisha-khan", "2026-11-24");
        foreach (var button in times.Offered().Take(20))
        {
            await greedy.ForgeAsync(times, "9:00am", ("At", button));
        }

        var offered = (await jo.TimesAsync("sports-injury", "aisha-khan", "2026-11-24")).Offered();
        var now = Clinic.Clock.UtcNow();
        Assert.Equal(1, await Clinic.LookAsync(context => context.Holds.CountAsync(hold => hold.Expires > now)));
        Assert.Equal(45 / 5, await Clinic.LookAsync(context => context.DiaryClaims.CountAsync()));
        Assert.Contains(times.Offered()[0], offered);
    }

    [Fact]
    public async Task Whoever_does_not_mind_gets_a_colleague_when_the_one_shown_is_taken()
    {
        using var jo = Clinic.Visit();
        using var al = Clinic.Visit();
        var times = await jo.TimesAsync("sports-injury", from: "2026-11-24");
        var shown = times.Offered()[0].Split(' ')[1];
        await al.BookAsync("2026-11-24 08:00", shown, name: "Al Bell");

        var details = await jo.PressAsync(times, "8:00am");

        Assert.StartsWith("/book/details/", details.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains(shown == "aisha-khan" ? "with Ben Howard" : "with Aisha Khan", details.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_practitioners_cannot_use_the_one_room_and_the_second_patient_is_told_that_it_is_the_room()
    {
        await Clinic.ChangeAsync(async context => context.Add(TestClinic.Works(
            "Lee Locum", await context.Treatments.SingleAsync(treatment => treatment.Slug == "acupuncture"))));
        using var jo = Clinic.Visit();
        using var al = Clinic.Visit();
        var times = await al.TimesAsync("acupuncture", "lee-locum", "2026-11-24");
        await jo.BookAsync("2026-11-24 11:00", "ben-howard", "acupuncture");

        var refused = await al.PressAsync(times, "11:00am");
        var inTheTurnaround = await al.PressAsync(times, "11:30am");
        await Clinic.ChangeAsync(async context =>
            (await context.Practitioners.SingleAsync(p => p.Slug == "lee-locum")).LastDay = new(2026, 1, 1));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("All the rooms for this treatment are in use at that time.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, inTheTurnaround.Status);
    }
}
