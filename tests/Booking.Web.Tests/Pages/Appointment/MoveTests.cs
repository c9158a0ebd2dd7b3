using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>A patient moves an appointment themselves, and keeps the old time until the new one is theirs.</summary>
public sealed class MoveTests(TestClinic clinic) : ClinicTests(clinic)
{
    [Fact]
    public async Task A_moved_appointment_has_the_new_time_and_gives_the_old_one_back()
    {
        using var jo = Clinic.Visit();
        using var al = Clinic.Visit();
        var booked = await jo.BookAsync("2026-11-26 09:00");

        var moved = await jo.PressAsync(await OpenAsync(jo, booked, "2026-11-30"), "10:00am Aisha Monday 30 November");

        Assert.Equal(booked.Address, moved.Address);
        Assert.Equal("Monday 30 November 2026 10:00am", moved.When());
        await al.BookAsync("2026-11-26 09:00", name: "Al Bell");
        Assert.Empty(await Clinic.LookAsync(context => DiaryChecker.FaultsAsync(context, Clinic.Clock.UtcNow())));
        Assert.Equal(
            "patient: Moved, Thu 26 Nov, 9:00am, Aisha Khan -> Mon 30 Nov, 10:00am, Aisha Khan",
            await Clinic.LookAsync(context => context.Set<AppointmentEvent>().Where(line => line.What == "Moved")
                .Select(line => $"{line.Who}: {line.What}, {line.From} -> {line.To}").SingleAsync()));
        Assert.Contains("SEQUENCE:1", await jo.Client.GetStringAsync(new Uri($"{moved.Address.AbsolutePath}?handler=Calendar", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_that_is_lost_at_the_last_moment_leaves_the_old_appointment_untouched()
    {
        using var jo = Clinic.Visit();
        using var al = Clinic.Visit();
        var times = await OpenAsync(jo, await jo.BookAsync("2026-11-26 09:00"), "2026-11-30");
        await al.BookAsync("2026-11-30 10:00", name: "Al Bell", mobile: "07700 900777");

        var lost = await jo.PressAsync(times, "10:00am Aisha Monday 30 November");

        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Contains("That time has just been taken. Your appointment stays as it is.", lost.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bell", lost.Text, StringComparison.Ordinal);
        Assert.Equal(
            new DateOnly(2026, 11, 26),
            await Clinic.LookAsync(context => context.Appointments.Where(a => a.BookedAs == "Jo Bloggs").Select(a => a.Date).SingleAsync()));
    }

    [Fact]
    public async Task In_place_of_a_time_that_is_lost_the_three_nearest_that_suit_them_are_one_press_away()
    {
        using var jo = Clinic.Visit();
        using var al = Clinic.Visit();
        await jo.BookAsync("2026-11-30 11:15", with: "ben-howard");
        var times = await OpenAsync(jo, await jo.BookAsync("2026-11-26 09:00"), "2026-11-30");
        await al.BookAsync("2026-11-30 10:00", name: "Al Bell", mobile: "07700 900777"); // until 10:45am

        var lost = await jo.PressAsync(times, "10:00am Aisha Monday 30 November");
        var nearest = lost.Document.QuerySelectorAll(".notice button.time").Select(button => button.GetAttribute("value"));
        var moved = await jo.PressAsync(lost, "9:15am Aisha Monday 30 November");

        Assert.Equal(["2026-11-30T08:45 aisha-khan", "2026-11-30T09:00 aisha-khan", "2026-11-30T09:15 aisha-khan"], nearest);
        Assert.Equal("Monday 30 November 2026 9:15am", moved.When());
    }

    [Fact]
    public async Task An_address_that_makes_no_sense_shows_the_soonest_times_and_no_mistake()
    {
        using var jo = Clinic.Visit();
        var booked = await jo.BookAsync("2026-11-26 09:00");

        var page = await jo.OpenAsync($"{booked.Address.AbsolutePath}/move?from=banana&when=banana");

        Assert.StartsWith("Move your appointment", page.Document.Title, StringComparison.Ordinal);
        Assert.StartsWith("2026-11-23T11:00", page.Offered()[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-30T19:30 aisha-khan")] // past the end of the shift
    [InlineData("2026-11-30T10:05 aisha-khan")] // off the grid
    [InlineData("2026-11-23T09:00 aisha-khan")] // inside the notice
    [InlineData("2027-03-01T10:00 aisha-khan")] // beyond the horizon
    [InlineData("2026-12-25T10:00 aisha-khan")] // closed
    public async Task What_nobody_could_book_online_nobody_can_move_to(string at)
    {
        using var jo = Clinic.Visit();
        var times = await OpenAsync(jo, await jo.BookAsync("2026-11-26 09:00"), "2026-11-30");

        var refused = await jo.ForgeAsync(times, "10:00am Aisha Monday 30 November", ("At", at));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(new DateOnly(2026, 11, 26), await Clinic.LookAsync(context => context.Appointments.Select(a => a.Date).SingleAsync()));
    }

    [Fact]
    public async Task The_time_they_have_is_theirs_to_move_within()
    {
        using var jo = Clinic.Visit();
        var times = await OpenAsync(jo, await jo.BookAsync("2026-11-26 09:00"), "2026-11-26");
        Assert.DoesNotContain("9:00am Aisha Thursday 26 November", times.Text, StringComparison.Ordinal);

        var moved = await jo.PressAsync(times, "9:15am Aisha Thursday 26 November");

        Assert.Equal("Thursday 26 November 2026 9:15am", moved.When());
        Assert.Empty(await Clinic.LookAsync(context => DiaryChecker.FaultsAsync(context, Clinic.Clock.UtcNow())));
    }

    [Fact]
    public async Task A_visit_that_was_made_longer_is_offered_the_times_into_which_it_fits()
    {
        using var jo = Clinic.Visit();
        using var al = Clinic.Visit();
        var booked = await jo.BookAsync("2026-11-26 09:00");
        await al.BookAsync("2026-11-30 18:00", name: "Al Bell", mobile: "07700 900777"); // until 6:45pm
        var id = await Clinic.LookAsync(context => context.Appointments.Where(a => a.BookedAs == "Jo Bloggs").Select(a => a.Id).SingleAsync());
        var aisha = (await Clinic.Services.GetRequiredService<Diary>().ClinicAsync(default)).Practitioner("aisha-khan")!;
        Assert.Null(await Clinic.Services.GetRequiredService<Desk>().MoveAsync(
            new Seen(id, 1), new MoveWish(aisha, new(2026, 11, 26, 9, 0, 0), Minutes: 75), "Rosa Desk", default));

        var times = await OpenAsync(jo, booked, "2026-11-30");

        Assert.Contains("75 minutes", times.Text, StringComparison.Ordinal);
        Assert.Contains("4:45pm Aisha Monday 30 November", times.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("5:00pm Aisha Monday 30 November", times.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("7:00pm Aisha Monday 30 November", times.Text, StringComparison.Ordinal);
        var moved = await jo.PressAsync(times, "6:45pm Aisha Monday 30 November");
        Assert.Equal("Monday 30 November 2026 6:45pm", moved.When());
    }

    [Fact]
    public async Task Nobody_is_offered_a_time_at_which_they_are_here_already()
    {
        using var jo = Clinic.Visit();
        await jo.BookAsync("2026-11-30 10:00", with: "ben-howard");
        var times = await OpenAsync(jo, await jo.BookAsync("2026-11-26 09:00"), "2026-11-30");

        Assert.Contains("9:15am Aisha Monday 30 November", times.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("9:30am Aisha Monday 30 November", times.Text, StringComparison.Ordinal);
        Assert.Contains("10:45am Aisha Monday 30 November", times.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-25 09:00", true)]
    [InlineData("2026-11-25 09:01", false)]
    public async Task It_can_be_moved_as_long_as_it_can_be_cancelled_free_of_charge(string now, bool can)
    {
        using var jo = Clinic.Visit();
        var booked = await jo.BookAsync("2026-11-26 09:00");
        Clinic.WindTo(now);

        var again = await jo.ComeBackAsync(Clinic, booked);

        Assert.Equal(can, again.Text.Contains("Move to another time", StringComparison.Ordinal));
        Assert.Equal(can, (await jo.OpenAsync($"{booked.Address.AbsolutePath}/move")).Address.AbsolutePath.EndsWith("/move", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_moves_it_to_and_fro_is_texted_three_times_a_day_and_then_asked_to_ring()
    {
        using var jo = Clinic.Visit();
        var booked = await jo.BookAsync("2026-11-26 09:00");
        var page = booked;
        foreach (var time in (string[])["10:00am", "11:00am", "9:00am"])
        {
            page = await jo.PressAsync(await OpenAsync(jo, booked, "2026-11-30"), $"{time} Aisha Monday 30 November");
        }

        Assert.Equal("Monday 30 November 2026 9:00am", page.When());
        Assert.DoesNotContain("Move to another time", page.Text, StringComparison.Ordinal);
        Assert.Contains("You have moved it 3 times within a day. To move it again, ring us on 01322 275 402.", page.Text, StringComparison.Ordinal);
        Assert.Equal(booked.Address.AbsolutePath, (await OpenAsync(jo, booked, "2026-11-30")).Address.AbsolutePath);
        var (seen, wish) = await FourthAsync();
        var desk = Clinic.Services.GetRequiredService<Desk>();
        Assert.Equal(Refusal.MovedEnough, await desk.MoveAsync(seen, wish, AppointmentEvent.ByPatient, default));
        Assert.Null(await desk.MoveAsync(seen, wish, "Rosa Desk", default));

        Clinic.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("Move to another time", (await jo.ComeBackAsync(Clinic, booked)).Text, StringComparison.Ordinal);
    }

    private async Task<(Seen Seen, MoveWish Wish)> FourthAsync()
    {
        var aisha = (await Clinic.Services.GetRequiredService<Diary>().ClinicAsync(default)).Practitioner("aisha-khan")!;
        var seen = await Clinic.LookAsync(context => context.Appointments.Select(a => new Seen(a.Id, a.Version)).SingleAsync());
        return (seen, new MoveWish(aisha, new(2026, 11, 30, 12, 0, 0)));
    }

    [Fact]
    public async Task Who_has_only_the_link_moves_nothing()
    {
        using var jo = Clinic.Visit();
        using var other = Clinic.Visit();
        var booked = await jo.BookAsync("2026-11-26 09:00");
        var times = await OpenAsync(jo, booked, "2026-11-30");

        var locked = await other.OpenAsync($"{booked.Address.AbsolutePath}/move");
        Assert.Equal(booked.Address.AbsolutePath, locked.Address.AbsolutePath);
        var token = locked.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");
        await other.ForgeAsync(times, "10:00am Aisha Monday 30 November", ("__RequestVerificationToken", token));

        Assert.Equal(new DateOnly(2026, 11, 26), await Clinic.LookAsync(context => context.Appointments.Select(a => a.Date).SingleAsync()));
    }

    private static Task<Page> OpenAsync(Visitor patient, Page booked, string from) =>
        patient.OpenAsync($"{booked.Address.AbsolutePath}/move?with=aisha-khan&from={from}");
}
