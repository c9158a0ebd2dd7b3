using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>One page says all that the desk needs of a patient, and nobody's change of it is lost.</summary>
public sealed class PatientPageTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    private const string Hard = "<b onclick=\"x()\">Ann</b> 🌻 O’Brien-Featherstonehaugh of Cholmondeley & Beaulieu עם שם";

    [Fact]
    public async Task It_shows_how_to_reach_them_their_visits_and_what_became_of_every_text()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Practitioner);
        var missed = await clinic.BookAsync("Page Paula", new TimeOnly(9, 0), "07700 900301");
        var next = await clinic.BookAsync("Page Paula", new DateOnly(2026, 12, 1), new(9, 0), "07700 900301");
        await clinic.TextBecomesAsync(missed, MessageKind.Reminder, MessageState.Undelivered, WhyNotSent.Unreachable);
        await clinic.RememberAsync(context => context.Appointments.Where(a => a.Id == missed.Id).ExecuteUpdateAsync(row => row
            .SetProperty(a => a.Status, AppointmentStatus.DidNotAttend).SetProperty(a => a.Date, new DateOnly(2026, 11, 20))));

        var page = await desk.OpenAsync(Address(missed.PatientId));

        Assert.Equal("tel:+447700900301", page.Document.QuerySelector(".facts a[href^='tel:']")!.GetAttribute("href"));
        Assert.Contains("Did not attend: once", page.Text, StringComparison.Ordinal);
        Assert.Contains("Reminder failed: the phone was off or out of reach. Ring them", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            [$"/staff/appointment/{next.Id}", $"/staff/appointment/{missed.Id}"],
            page.Document.QuerySelectorAll(".visit a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Sports injury, Amy Patel", page.Text, StringComparison.Ordinal);
        Assert.Contains("To come Tuesday 1 December 2026 at 9:00am", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Change details", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_patient_who_is_none_is_not_found()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        foreach (var address in new[] { Address(999999), $"{Address(999999)}/details", $"{Address(999999)}/same-as", $"{Address(999999)}/merge/1" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync(address)).Status);
        }
    }

    [Fact]
    public async Task The_desk_books_again_from_it()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var patient = await clinic.AddAsync(PatientSteps.Details("Again Agnes", "07700 900302"));

        var page = await desk.OpenAsync(Address(patient.Id));

        Assert.NotNull(page.Document.QuerySelector($"a[href='/staff/book?patient={patient.Id}']"));
    }

    [Fact]
    public async Task Details_are_changed_with_who_and_from_what_to_what()
    {
        using var desk = (await clinic.SignInAsync(await clinic.EmployAsync("Rita Desk", StaffRole.Receptionist))).Visitor;
        var patient = await clinic.AddAsync(PatientSteps.Details("Change Chloe", "07700 900303"));
        var form = await desk.OpenAsync($"{Address(patient.Id)}/details");

        var page = await desk.PressAsync(
            form,
            "Save",
            ("Full name", "Chloe Married"),
            ("Telephone", "01322 275 999"),
            ("E-mail (optional)", "chloe@example.com"),
            ("Date of birth (optional)", "3/4/1980"),
            ("Notes for reception (optional)", "Rings\nthe bell"));

        Assert.Equal(Address(patient.Id), page.Address.AbsolutePath);
        Assert.Equal(
            PatientSteps.Details("Chloe Married", "01322 275999", "chloe@example.com", "3/4/1980", "Rings\nthe bell"),
            (await clinic.PatientAsync(patient.Id)).Details);
        Assert.Contains("Rita Desk: Full name from Change Chloe to Chloe Married", page.Text, StringComparison.Ordinal);
        Assert.Contains("Rita Desk: Date of birth from nothing to 3 April 1980", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_they_are_found_and_recognised_by_the_new_and_not_by_the_old()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var patient = await clinic.AddAsync(PatientSteps.Details("Former Fiona", "07700 900304"));
        await desk.PressAsync(await desk.OpenAsync($"{Address(patient.Id)}/details"), "Save", ("Full name", "Latter Fiona"), ("Telephone", "07700 900305"));

        Assert.Empty((await desk.FindAsync("former")).Found());
        Assert.Empty((await desk.FindAsync("900304")).Found());
        Assert.Equal(["Latter Fiona"], (await desk.FindAsync("latter 305")).Found());
        Assert.Equal(patient.Id, (await clinic.BookAsync("Latter Fiona", new DateOnly(2026, 12, 2), new(9, 0), "07700 900305")).PatientId);
        Assert.NotEqual(patient.Id, (await clinic.BookAsync("Former Fiona", new DateOnly(2026, 12, 2), new(10, 0), "07700 900304")).PatientId);
    }

    [Theory]
    [InlineData("Full name", "", "Enter a full name")]
    [InlineData("Full name", "42", "Enter a full name, in 100 letters or fewer")]
    [InlineData("Telephone", "", "Enter a telephone number")]
    [InlineData("Telephone", "12345", "Enter a telephone number, like 07700 900123")]
    [InlineData("E-mail (optional)", "at home", "Enter an e-mail address, like name@example.com")]
    [InlineData("Date of birth (optional)", "31/2/1980", "Enter a date of birth, like 3/4/1980")]
    [InlineData("Date of birth (optional)", "24/11/2026", "Enter a date of birth, like 3/4/1980")]
    public async Task Badly_filled_in_it_says_so_beside_the_field_and_changes_nothing(string field, string typed, string words)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var patient = await clinic.AddAsync(PatientSteps.Details("Bad Form Bea", "07700 900306"));
        var form = await desk.OpenAsync($"{Address(patient.Id)}/details");

        var page = await desk.PressAsync(form, "Save", (field, typed), ("Notes for reception (optional)", "Stays here"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(words, page.Document.QuerySelector(".field.wrong .error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Stays here", page.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, (await clinic.PatientAsync(patient.Id)).Version);
    }

    [Fact]
    public async Task Notes_have_room_for_a_thousand_letters_however_their_lines_end()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var patient = await clinic.AddAsync(PatientSteps.Details("Noted Nell", "07700 900307"));
        var full = string.Join("\r\n", Enumerable.Repeat("123456789", 100));

        var page = await SaveAsync(full + "!!");
        Assert.Contains("Keep the notes to 1,000 letters or fewer", page.Text, StringComparison.Ordinal);
        page = await SaveAsync(full);

        Assert.Equal(Address(patient.Id), page.Address.AbsolutePath);
        Assert.Equal(999, (await clinic.PatientAsync(patient.Id)).Notes!.Length);

        async Task<Page> SaveAsync(string notes) => await desk.PressAsync(
            await desk.OpenAsync($"{Address(patient.Id)}/details"), "Save", ("Notes for reception (optional)", notes));
    }

    [Fact]
    public async Task Of_two_who_change_one_patient_the_second_is_told_what_the_first_did()
    {
        using var first = await clinic.SignInAsync(StaffRole.Receptionist);
        using var second = await clinic.SignInAsync(StaffRole.Administrator);
        var patient = await clinic.AddAsync(PatientSteps.Details("Twice Tom", "07700 900308"));
        var (one, other) = (await first.OpenAsync($"{Address(patient.Id)}/details"), await second.OpenAsync($"{Address(patient.Id)}/details"));
        await first.PressAsync(one, "Save", ("Telephone", "07700 900309"));

        var told = await second.PressAsync(other, "Save", ("E-mail (optional)", "tom@example.com"));

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("Somebody has just changed this patient's details", told.Text, StringComparison.Ordinal);
        Assert.Contains("Robin Receptionist: Telephone from 07700 900308 to 07700 900309", told.Text, StringComparison.Ordinal);
        Assert.Equal("tom@example.com", told.Typed("Input.Email"));
        Assert.Null((await clinic.PatientAsync(patient.Id)).Email);

        await second.PressAsync(told, "Save", ("Telephone", "07700 900309"));
        Assert.Equal(
            PatientSteps.Details("Twice Tom", "07700 900309", "tom@example.com"), (await clinic.PatientAsync(patient.Id)).Details);
    }

    [Fact]
    public async Task Two_of_one_name_and_telephone_stay_two_whoever_comes_and_goes()
    {
        var father = await clinic.AddAsync(PatientSteps.Details("Sam Same", "07700 900310"));
        var son = await clinic.AddAsync(PatientSteps.Details("Sam Same", "07700 900310"));
        var grandson = await clinic.AddAsync(PatientSteps.Details("Sam Same", "07700 900310"));
        await clinic.Patients().ChangeAsync(son.Id, son.Version, PatientSteps.Details("Sam Same", "07700 900311"), "x", default);

        var fourth = await clinic.AddAsync(PatientSteps.Details("Sam Same", "07700 900310"));
        var moved = await clinic.PatientAsync(son.Id);
        Assert.Null(await clinic.Patients().ChangeAsync(moved.Id, moved.Version, father.Details, "x", default));

        Assert.Equal("0, 2, 3, 4", await NamesakesAsync(father.Id, grandson.Id, fourth.Id, son.Id));
        Assert.NotEqual(father.Id, (await clinic.BookAsync("Sam Same", new DateOnly(2026, 12, 3), new(9, 0), "07700 900310")).PatientId);
    }

    [Fact]
    public async Task A_practitioner_reads_and_changes_nothing()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        using var practitioner = await clinic.SignInAsync(StaffRole.Practitioner);
        var patient = await clinic.AddAsync(PatientSteps.Details("Read Rhea", "07700 900312"));
        var form = await desk.OpenAsync($"{Address(patient.Id)}/details");
        var token = (await practitioner.OpenAsync("/staff/patients")).Document
            .QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value");

        var page = await practitioner.ForgeAsync(form, "Save", ("Input.FullName", "Forged"), ("__RequestVerificationToken", token));

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal("Read Rhea", (await clinic.PatientAsync(patient.Id)).FullName);
    }

    [Fact]
    public async Task A_field_that_the_form_does_not_have_is_refused()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var patient = await clinic.AddAsync(PatientSteps.Details("Forged Fay", "07700 900313"));

        var page = await desk.ForgeAsync(await desk.OpenAsync($"{Address(patient.Id)}/details"), "Save", ("Input.Namesake", "7"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
    }

    [Fact]
    public async Task A_name_and_a_note_are_shown_as_typed_and_nothing_in_them_runs()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var patient = await clinic.AddAsync(PatientSteps.Details(Hard, "07700 900314", notes: "<script>alert(1)</script>\nline two"));

        var page = await desk.OpenAsync(Address(patient.Id));

        Assert.Equal(Hard, page.Document.QuerySelector("h1")!.TextContent);
        Assert.Equal("<script>alert(1)</script>\nline two", page.Document.QuerySelector(".facts .note")!.TextContent);
        Assert.Empty(page.Document.QuerySelectorAll("script, h1 b"));
        Assert.Equal([Hard], (await desk.FindAsync("cholmon")).Found());
    }

    private static string Address(int id) => $"/staff/patients/{id}";

    private Task<string> NamesakesAsync(params int[] ids) => clinic.RememberAsync(async context =>
    {
        var all = await context.Patients.ToDictionaryAsync(p => p.Id, p => p.Namesake);
        return string.Join(", ", ids.Select(id => all[id]));
    });
}
