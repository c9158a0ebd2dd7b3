using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>A telephone is not a person, and nothing tells the public whom the clinic knows.</summary>
public sealed class SamePersonTests(TestClinic clinic) : ClinicTests(clinic)
{
    [Fact]
    public async Task A_family_on_one_mobile_are_different_people_and_the_first_ones_name_stays()
    {
        using var family = Clinic.Visit();
        await family.BookAsync("2026-11-24 09:00", name: "Jo Bloggs");
        await family.BookAsync("2026-11-24 09:45", name: "Kim Bloggs");
        await family.BookAsync("2026-11-24 09:00", "ben-howard", name: "Lou Bloggs");

        Assert.Equal(
            ["Jo Bloggs", "Kim Bloggs", "Lou Bloggs"],
            await Clinic.LookAsync(context => context.Patients.OrderBy(p => p.Id).Select(p => p.FullName).ToListAsync()));
    }

    [Fact]
    public async Task A_patient_who_comes_again_is_known_however_they_type_and_stays_as_they_were()
    {
        using var first = Clinic.Visit();
        using var second = Clinic.Visit();
        await first.ConfirmAsync(await first.HoldAsync("2026-11-24 09:00", "aisha-khan"), "Zoë D’Arcy", "07700 900123", "zoe@example.com");
        await second.ConfirmAsync(await second.HoldAsync("2026-11-25 09:00", "aisha-khan"), "ZOE DARCY", "+44 (0)7700-900123", "thief@example.com");

        var zoe = await Clinic.LookAsync(context => context.Patients.SingleAsync());
        Assert.Equal(("Zoë D’Arcy", "+447700900123", null), (zoe.FullName, zoe.Telephone, zoe.Email));
        Assert.Equal(["zoe@example.com", "thief@example.com"], await Clinic.LookAsync(context =>
            context.Appointments.OrderBy(a => a.Id).Select(a => a.Email).ToListAsync()));
        Assert.Equal([true, false], await Clinic.LookAsync(context =>
            context.Appointments.OrderBy(a => a.Id).Select(a => a.FirstVisit).ToListAsync()));
    }

    [Fact]
    public async Task An_address_typed_beside_somebody_elses_number_gets_no_news_of_what_they_book_later()
    {
        using var stranger = Clinic.Visit();
        await stranger.ConfirmAsync(await stranger.HoldAsync("2026-11-24 09:00", "aisha-khan"), email: "stranger@example.com");
        var rosa = Clinic.Services.GetRequiredService<Desk>();
        var setUp = await Clinic.Services.GetRequiredService<Diary>().ClinicAsync(default);
        var jo = await Clinic.LookAsync(context => context.Patients.Select(p => p.Id).SingleAsync());

        await rosa.BookAsync(
            new DeskBooking(jo, null, setUp.Treatment("sports-injury")!, [(new(2026, 11, 25, 9, 0, 0), setUp.Practitioner("aisha-khan")!)]),
            "Rosa Desk",
            default);

        var booked = await Clinic.LookAsync(context => context.Appointments.Include(a => a.Patient).OrderBy(a => a.Id).ToListAsync());
        Assert.Equal(["stranger@example.com", null], booked.Select(a => Message.EmailOf(a, a.Patient)));
    }

    [Fact]
    public async Task The_page_is_the_same_for_a_known_patient_and_for_a_new_one()
    {
        using var known = Clinic.Visit();
        using var knownAgain = Clinic.Visit();
        using var unknown = Clinic.Visit();
        await known.BookAsync("2026-11-24 09:00");

        var again = await knownAgain.BookAsync("2026-11-25 09:00");
        var other = await unknown.BookAsync("2026-11-26 09:00", name: "Jo Blaggs");

        Assert.Equal(
            again.Document.QuerySelector("main")!.TextContent.Replace("Wednesday 25", "", StringComparison.Ordinal)
                .Replace("Tuesday 24", "", StringComparison.Ordinal),
            other.Document.QuerySelector("main")!.TextContent.Replace("Thursday 26", "", StringComparison.Ordinal)
                .Replace("Wednesday 25", "", StringComparison.Ordinal).Replace("Blaggs", "Bloggs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_books_in_the_name_of_a_patient_is_not_taken_for_them_by_knowing_their_number()
    {
        using var jo = Clinic.Visit();
        using var stranger = Clinic.Visit();
        await jo.ConfirmAsync(await jo.HoldAsync("2026-11-24 09:00", "aisha-khan"), "Jo Bloggs");
        var patients = Clinic.Services.GetRequiredService<Patients>();
        var known = await Clinic.LookAsync(context => context.Patients.SingleAsync());
        await patients.ChangeAsync(known.Id, known.Version, known.Details with { Email = "jo@example.com" }, "Rosa Desk", default);
        Clinic.WindTo("2026-11-24 12:00");
        var booked = await stranger.BookAsync("2026-11-25 09:00");
        await stranger.OpenAsync(booked.Address.AbsolutePath);

        var treatments = await stranger.OpenAsync("/book");
        var followUp = await stranger.OpenAsync("/book/sports-follow-up");
        var told = await stranger.Client.PostAsync(
            new Uri($"{booked.Address.AbsolutePath}?handler=Tell", UriKind.Relative),
            new FormUrlEncodedContent([
                new("ToldBy", "Email"),
                new("__RequestVerificationToken", booked.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!),
            ]));

        Assert.DoesNotContain("follow-up", treatments.Document.QuerySelector("ul.cards")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/book", followUp.Address.AbsolutePath);
        Assert.DoesNotContain("e-mail", booked.Document.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, told.StatusCode);
        Assert.Equal(ToldBy.Text, await Clinic.LookAsync(context => context.Patients.Select(p => p.ToldBy).SingleAsync()));
    }

    [Fact]
    public async Task Nobody_is_in_two_places_and_the_refusal_does_not_tell_where_they_are()
    {
        using var jo = Clinic.Visit();
        using var other = Clinic.Visit();
        await jo.BookAsync("2026-11-24 09:00", "aisha-khan");
        var details = await other.HoldAsync("2026-11-24 09:30", "ben-howard");

        var refused = await other.ConfirmAsync(details);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("We cannot book that time for you. Please choose another time, or ring us.", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("already", refused.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(refused.Offered(), time => time.StartsWith("2026-11-24T09:", StringComparison.Ordinal));
        Assert.Equal(3, refused.Offered().Count);
        Assert.DoesNotContain("Aisha Khan", refused.Text, StringComparison.Ordinal);
        Assert.Equal(1, await Clinic.LookAsync(context => context.Appointments.CountAsync()));
    }

    [Fact]
    public async Task A_lapsed_hold_does_not_put_anybody_in_two_places_either()
    {
        using var jo = Clinic.Visit();
        using var other = Clinic.Visit();
        await jo.BookAsync("2026-11-24 09:00", "aisha-khan");
        var details = await other.HoldAsync("2026-11-24 09:30", "ben-howard");
        Clinic.Clock.Advance(TimeSpan.FromMinutes(6));

        var refused = await other.ConfirmAsync(details);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(Refusal.CannotComeThen.Words, refused.Text, StringComparison.Ordinal);
        Assert.Equal(1, await Clinic.LookAsync(context => context.Appointments.CountAsync()));
    }

    [Fact]
    public async Task One_appointment_may_begin_when_the_other_ends()
    {
        using var jo = Clinic.Visit();
        await jo.BookAsync("2026-11-24 09:00", "aisha-khan");
        await jo.BookAsync("2026-11-24 09:45", "ben-howard");
    }

    [Fact]
    public async Task One_number_may_have_eight_appointments_to_come_and_no_more()
    {
        using var family = Clinic.Visit();
        foreach (var child in Enumerable.Range(0, 8))
        {
            await family.BookAsync($"2026-11-24 {child + 9:00}:00", name: $"Child{(char)('A' + child)} Bloggs");
        }

        var refused = await family.ConfirmAsync(await family.HoldAsync("2026-11-25 09:00", "aisha-khan"), "ChildI Bloggs");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(Refusal.TooManyOpen.Words, refused.Text, StringComparison.Ordinal);
        Assert.Equal(8, await Clinic.LookAsync(context => context.Appointments.CountAsync()));
        Assert.Equal(8, await Clinic.LookAsync(context => context.Patients.CountAsync()));
    }
}
