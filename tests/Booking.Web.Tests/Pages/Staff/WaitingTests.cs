using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Reception sees who waits, puts people on the list and takes them off, and offers a time by hand.</summary>
public sealed class StaffWaitingTests(WaitingClinic clinic) : WaitingTests(clinic)
{
    private const string Put = "Put on the list";

    [Fact]
    public async Task An_empty_list_says_so_and_a_full_one_tells_who_waits_for_what()
    {
        using var desk = await Clinic.SignInAsync();
        using var jo = Clinic.Visit();
        Assert.Contains("Nobody waits.", (await desk.OpenAsync("/staff/waiting")).Text, StringComparison.Ordinal);
        await jo.JoinAsync();
        await Clinic.FreeAsync();
        await Clinic.GoRoundAsync();

        var page = await desk.OpenAsync("/staff/waiting");

        Assert.Contains("1 waits, the longest first.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Sports injury. With Cara Lowe, any day, at any time, until Friday 22 January.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tuesday 24 November at 9:00am, Cara Lowe Asked, until 10:15am Offer sent", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_new_on_the_telephone_is_put_on_the_list_once_all_is_filled_in()
    {
        using var desk = await Clinic.SignInAsync();
        var form = await desk.OpenAsync("/staff/waiting/add");
        form = await desk.PressAsync(form, "Choose", ("Treatment", "sciatica-first-visit"));

        var wrong = await desk.PressAsync(form, Put, ("Full name", "<b>Nia</b> New"), (WaitingClinic.Cara, ""));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("Ask the safety questions first", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("<b>Nia</b> New", wrong.Typed("Input.FullName"));
        var page = await desk.PressAsync(
            wrong, Put, ("Mobile number", "07700 900321"), ("I asked the safety questions: none of these", ""));

        Assert.StartsWith("/staff/waiting/", page.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("<b>Nia</b> New", page.Text, StringComparison.Ordinal);
        Assert.Contains("Joined, Robin Desk", page.Text, StringComparison.Ordinal);
        await Clinic.FreeAsync();
        Assert.Equal(1, await Clinic.GoRoundAsync());
    }

    [Fact]
    public async Task A_patient_is_put_on_the_list_from_their_page_and_keeps_the_appointment_until_then()
    {
        using var desk = await Clinic.SignInAsync();
        using var jo = Clinic.Visit();
        await jo.BookAsync(WaitingClinic.Thursday, "cara-lowe");
        var visit = await Clinic.LookAsync(context => context.Appointments.SingleAsync());
        var patient = await desk.OpenAsync($"/staff/patients/{visit.PatientId}");
        var form = await desk.PressAsync(await desk.FollowAsync(patient, "Put on the waiting list"), "Choose", ("Treatment", "sports-injury"));

        await desk.PressAsync(
            form, Put, ("Thursday 26 November at 9:00am: only what is earlier", visit.Id.ToString(null, null)), (WaitingClinic.Cara, ""));

        Assert.Contains("Waits Sports injury", (await desk.OpenAsync(patient.Address.AbsolutePath)).Text, StringComparison.Ordinal);
        Assert.Equal(visit.Id, (await Clinic.PlaceOfAsync("Jo Bloggs")).AppointmentId);
    }

    [Fact]
    public async Task A_chosen_time_is_offered_to_a_chosen_person_now()
    {
        using var desk = await Clinic.SignInAsync();
        using var jo = Clinic.Visit();
        await jo.JoinAsync(wishes: [("Sunday", "")]); // nothing suits
        Assert.Equal(0, await Clinic.GoRoundAsync());
        var page = await desk.FollowAsync(await desk.OpenAsync("/staff/waiting"), "Jo Bloggs");

        page = await desk.PressAsync(page, "3:00pm Mon 23 Nov, Aisha");

        Assert.Contains("They are being asked about a time now.", page.Text, StringComparison.Ordinal);
        await Clinic.GoRoundAsync();
        var text = Assert.Single(Clinic.NewTexts());
        Assert.Contains("Monday 23 November at 3:00pm has come free", text.Body, StringComparison.Ordinal);
        Assert.Contains("You are booked", (await jo.SayYesAsync(WaitingClinic.LinkIn(text))).Text, StringComparison.Ordinal);
        Assert.Contains("Said yes", (await desk.OpenAsync("/staff/waiting?past=true")).Text, StringComparison.Ordinal);
        Assert.Empty(await Clinic.FaultsAsync());
    }

    [Fact]
    public async Task A_time_that_has_gone_meanwhile_is_refused_and_nobody_is_told_of_it()
    {
        using var desk = await Clinic.SignInAsync();
        using var jo = Clinic.Visit();
        using var ann = Clinic.Visit();
        await jo.JoinAsync(wishes: [("Sunday", "")]);
        var page = await desk.FollowAsync(await desk.OpenAsync("/staff/waiting"), "Jo Bloggs");
        await ann.BookAsync("2026-11-23 15:00", name: "Ann Other", mobile: "07700 900456");

        page = await desk.PressAsync(page, "3:00pm Mon 23 Nov, Aisha");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("That time has just been taken.", page.Text, StringComparison.Ordinal);
        Assert.Empty((await Clinic.PlaceOfAsync("Jo Bloggs")).Offers);
    }

    [Fact]
    public async Task The_wishes_are_changed_unless_somebody_else_has_changed_them_meanwhile()
    {
        using var desk = await Clinic.SignInAsync();
        using var jo = Clinic.Visit();
        await jo.JoinAsync(wishes: [("Sunday", "")]);
        var page = await desk.FollowAsync(await desk.OpenAsync("/staff/waiting"), "Jo Bloggs");
        await Clinic.GoRoundAsync();
        var place = await jo.OpenAsync(WaitingClinic.LinkIn(Clinic.LinksTo("+447700900123").Single()));
        Assert.Contains("Saturday", (await jo.PressAsync(place, "Save", ("Saturday", ""))).Text, StringComparison.Ordinal);

        var refused = await desk.PressAsync(page, "Save the wishes", ("Friday", ""));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Somebody else has changed these wishes", refused.Text, StringComparison.Ordinal);
        await desk.PressAsync(refused, "Save the wishes");

        Assert.Equal([DayOfWeek.Friday, DayOfWeek.Sunday], (await Clinic.PlaceOfAsync("Jo Bloggs")).Days.OrderByDescending(day => day));
    }

    [Fact]
    public async Task Whoever_is_taken_off_the_list_with_a_reason_is_offered_nothing_more()
    {
        using var desk = await Clinic.SignInAsync();
        using var jo = Clinic.Visit();
        await jo.JoinAsync();
        await Clinic.FreeAsync();
        await Clinic.GoRoundAsync();
        var page = await desk.FollowAsync(await desk.OpenAsync("/staff/waiting"), "Jo Bloggs");

        var wrong = await desk.PressAsync(page, "Take off the list");
        Assert.Contains("Say why, in 200 letters or fewer", wrong.Text, StringComparison.Ordinal);
        page = await desk.PressAsync(wrong, "Take off the list", ("Why?", "Went elsewhere"));

        Assert.Contains("Went elsewhere, Robin Desk", page.Text, StringComparison.Ordinal);
        Assert.Contains("Withdrawn", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Clinic.GoRoundAsync());
        Assert.Contains("2026-11-24T09:00 cara-lowe", (await jo.TimesAsync("sports-injury", "cara-lowe")).Offered());
    }

    [Fact]
    public async Task Reception_sees_why_somebody_is_offered_nothing()
    {
        using var desk = await Clinic.SignInAsync();
        var form = await desk.OpenAsync("/staff/waiting/add?treatment=sports-injury");
        var page = await desk.PressAsync(form, Put, ("Full name", "Land Line"), ("Mobile number", "01322 555123"));

        Assert.Contains("They cannot be texted. Ring them, and book it for them.", page.Text, StringComparison.Ordinal);
        Assert.Contains("No texts: not a UK mobile", (await desk.OpenAsync("/staff/waiting")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await Clinic.GoRoundAsync());
    }
}
