using System.Net;
using System.Text.Json;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>With the telephone ringing, a patient is found by the little that is known of them.</summary>
public sealed class PatientsTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    [Theory]
    [InlineData("qui")]
    [InlineData("QUIÑ")]
    [InlineData("xan qu")]
    [InlineData("mar-el")]
    [InlineData("900 741")]
    [InlineData("07700900741")]
    [InlineData("3/4/1981")]
    [InlineData("1981-04-03 xan")]
    public async Task They_are_found_by_any_name_the_last_digits_or_the_date_of_birth(string typed)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        if (!await clinic.RememberAsync(context => context.Patients.AnyAsync(p => p.FullName.StartsWith("Xanthe"))))
        {
            await clinic.AddAsync(PatientSteps.Details("Xanthe Mar-Elena Quiñones", "07700 900741", born: "3/4/1981"));
        }

        var page = await desk.FindAsync(typed);

        Assert.Equal(["Xanthe Mar-Elena Quiñones"], page.Found());
        Assert.DoesNotContain("?", page.Address.AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("jo")]
    [InlineData("12")]
    public async Task Too_little_is_said_beside_the_box_and_stays_in_it(string typed)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        var page = await desk.FindAsync(typed);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("Type three letters or more of a name", page.Document.QuerySelector("#q-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, page.Document.QuerySelector("#q")!.GetAttribute("value") ?? "");
        Assert.Equal("#q", page.Document.QuerySelector(".summary a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Nobody_is_said_to_be_nobody_with_what_to_try_next()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        var page = await desk.FindAsync("zzzyx");

        Assert.Contains("Nobody was found", page.Text, StringComparison.Ordinal);
        Assert.Contains("Or add them as a new patient.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_here_last_comes_first_but_for_somebody_of_just_that_name()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        await clinic.AddAsync(PatientSteps.Details("Vera Wo", "07700 900801"));
        await clinic.BookAsync("Vera Wolf", new DateOnly(2026, 12, 1), new(9, 0), "07700 900802");
        await clinic.BookAsync("Vera Wood", new DateOnly(2026, 12, 2), new(9, 0), "07700 900803");

        Assert.Equal(["Vera Wo", "Vera Wood", "Vera Wolf"], (await desk.FindAsync("vera wo")).Found());
    }

    [Fact]
    public async Task No_more_are_shown_than_anybody_reads()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        for (var number = 0; number < Patients.MostFound + 1; number++)
        {
            await clinic.AddAsync(PatientSteps.Details($"Many Kwok{(char)('a' + number)}", $"07700 9030{number:00}"));
        }

        var page = await desk.FindAsync("kwo");

        Assert.Equal(Patients.MostFound, page.Found().Count);
        Assert.Contains("There may be more", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_diarys_panel_is_told_what_it_prefills()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Una Panel", new DateOnly(2026, 11, 30), new(9, 15), "07700 900611");
        var known = await clinic.PatientAsync(booked.PatientId);
        await clinic.Patients().ChangeAsync(
            known.Id, known.Version, PatientSteps.Details("Una Panel", "07700 900611", born: "3/4/1980", notes: "Rings twice"), "x", default);

        var line = Assert.Single(await desk.LinesAsync("/staff/patients/find", ("q", "una pan")));

        Assert.Equal(
            new PatientLine(
                known.Id, "Una Panel", "07700 900611", "1980-04-03", "sports-injury", "amy-patel", "2026-11-30T09:15", "Rings twice"),
            line);
        Assert.Empty(await desk.LinesAsync("/staff/patients/find", ("q", "u")));
    }

    [Fact]
    public async Task What_goes_to_the_panel_is_named_as_it_was_agreed()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Practitioner);
        await clinic.AddAsync(PatientSteps.Details("Wire Wanda", "07700 900612"));
        var token = (await desk.OpenAsync("/staff/patients")).Document
            .QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value");

        using var answer = await desk.AskAsync("/staff/patients/find", token, ("q", "wanda"));

        Assert.True(answer.Headers.CacheControl is { NoStore: true });
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(
            ["id", "name", "telephone", "born", "lastTreatment", "lastPractitioner", "next", "note"],
            json.RootElement[0].EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task Without_the_token_of_a_page_nobody_is_told_anything()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        using var answer = await desk.AskAsync("/staff/patients/find", "forged", ("q", "wanda"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Those_of_an_earlier_version_are_found_once_the_site_has_started()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var old = await clinic.AddAsync(PatientSteps.Details("Olden Times", "07700 900613"));
        await clinic.RememberAsync(context => context.PatientWords.Where(word => word.PatientId == old.Id).ExecuteDeleteAsync());
        await clinic.RememberAsync(context => context.Patients.Where(p => p.Id == old.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(p => p.Version, 0)));
        Assert.Empty((await desk.FindAsync("olden")).Found());

        await clinic.Patients().MakeFindableAsync(default);
        await clinic.Patients().MakeFindableAsync(default);

        Assert.Equal(["Olden Times"], (await desk.FindAsync("olden")).Found());
        Assert.Equal(3, await clinic.RememberAsync(context => context.PatientWords.CountAsync(word => word.PatientId == old.Id)));
        Assert.Equal(1, (await clinic.PatientAsync(old.Id)).Version);
    }

    [Fact]
    public async Task Whoever_books_online_can_be_found()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        await clinic.BookAsync("Online Ottoline", new DateOnly(2026, 12, 3), new(9, 0), "07700 900614");

        Assert.Equal(["Online Ottoline"], (await desk.FindAsync("ottol")).Found());
    }

    [Fact]
    public async Task A_practitioner_finds_and_does_not_add()
    {
        using var practitioner = await clinic.SignInAsync(StaffRole.Practitioner);

        var page = await practitioner.FindAsync("zzzyx");

        Assert.Contains("Nobody was found", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("new patient", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("a[href='/staff/patients/new']"));
    }
}
