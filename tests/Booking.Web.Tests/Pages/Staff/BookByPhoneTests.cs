using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Reception books while somebody is on the telephone: for a known patient and a new one, and only what the rules allow.</summary>
public sealed class BookByPhoneTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    [Fact]
    public async Task A_known_patient_is_booked_and_it_is_written_down_who_did_it()
    {
        var (desk, _) = await clinic.SignInAsync(await clinic.EmployAsync("Rita Desk", StaffRole.Receptionist));
        var patient = (await clinic.BookAsync("Known Nora", new(9, 0), "07700 900201")).PatientId;

        var (status, answer) = await desk.BookByPhoneAsync(
            Phone.Call("2026-11-25T09:15", ("Patient", $"{patient}"), ("Note", "  Prefers the ground floor  ")));

        desk.Dispose();
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Booked with Amy Patel, Wed 25 Nov at 9:15am", answer.Words("done"));
        Assert.Equal(60, answer.GetProperty("undoSeconds").GetInt32());
        Assert.Equal("2026-11-25T09:15", answer.GetProperty("booked")[0].Words("start"));
        Assert.Equal("Prefers the ground floor", answer.GetProperty("now")[0].Words("note"));
        var booked = (await clinic.ReadAsync(answer.Booked().Id))!;
        Assert.Equal((patient, "Prefers the ground floor", 45, 0), (booked.PatientId, booked.Note, booked.Minutes, booked.Lane));
        var line = Assert.Single(booked.History);
        Assert.Equal(("Rita Desk", "Booked at the desk", "Wed 25 Nov, 9:15am, Amy Patel"), (line.Who, line.What, line.To));
        Assert.False(booked.FirstVisit);
    }

    [Fact]
    public async Task Somebody_new_is_taken_down_with_all_that_they_said()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        var (status, answer) = await desk.BookByPhoneAsync(Phone.Call(
            "2026-11-25T10:00",
            [.. Phone.Newcomer("<b>Zoë</b> O’Neill", "+44 7700 900202"), ("Email", "zoe@example.com"), ("Born", "3/4/1980")]));

        Assert.Equal(HttpStatusCode.OK, status);
        var booked = (await clinic.ReadAsync(answer.Booked().Id))!;
        Assert.True(booked.FirstVisit);
        Assert.Equal(
            ("<b>Zoë</b> O’Neill", "+447700900202", "zoe@example.com", new DateOnly(1980, 4, 3)),
            (booked.Patient.FullName, booked.Patient.Telephone, booked.Patient.Email, booked.Patient.DateOfBirth));
    }

    [Fact]
    public async Task A_son_with_his_fathers_name_and_telephone_is_somebody_else()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        var father = await BookAsync("2026-11-26T08:00", "3/4/1950");
        var son = await BookAsync("2026-11-26T08:45", "5/6/1980");

        Assert.NotEqual(father, son);
        Assert.Equal(father, await BookAsync("2026-11-26T09:30", "3/4/1950"));

        async Task<int> BookAsync(string start, string born)
        {
            var (_, answer) = await desk.BookByPhoneAsync(
                Phone.Call(start, [.. Phone.Newcomer("Same Sam", "07700 900203"), ("Born", born)]));
            return (await clinic.ReadAsync(answer.Booked().Id))!.PatientId;
        }
    }

    [Theory]
    [InlineData("Name", "", "Choose a patient, or enter the name of a new one")]
    [InlineData("Name", "12345", "Enter the full name, in 100 letters or fewer")]
    [InlineData("Telephone", "", "Enter a telephone number")]
    [InlineData("Telephone", "ring mum", "Enter a telephone number like 07700 900123")]
    [InlineData("Email", "nowhere", "Enter an e-mail address like name@example.com")]
    [InlineData("Born", "31/2/1980", "Enter the date of birth like 3/4/1980")]
    [InlineData("Treatment", "", "Choose a treatment")]
    [InlineData("Practitioner", "", "Choose a practitioner")]
    [InlineData("Start", "tomorrow", "Choose a day and a time")]
    [InlineData("Start", "2026-11-25T09:15Z", "Choose a day and a time")]
    [InlineData("Minutes", "1000", "Make it 5 to 480 minutes long")]
    [InlineData("Minutes", "-5", "Make it 5 to 480 minutes long")]
    public async Task What_is_badly_filled_in_is_said_beside_its_field_and_nothing_is_booked(string field, string typed, string words)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var before = await CountAsync();
        var good = Phone.Call("2026-11-25T11:00", [.. Phone.Newcomer("Bad Bella"), ("Email", ""), ("Born", ""), ("Minutes", "45")]);

        var (status, answer) = await desk.BookByPhoneAsync([.. good.Where(one => one.Name != field), (field, typed)]);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(("bad", words), (answer.Words("kind"), answer.GetProperty("fields").Words(field)));
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData("Id", "1")]
    [InlineData("Lane", "1")]
    [InlineData("Input.Overrule", "because")]
    [InlineData("Note", "twice")]
    public async Task A_field_that_no_panel_has_is_refused(string field, string value)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Administrator);

        var (status, _) = await desk.BookByPhoneAsync(
            [.. Phone.Call("2026-11-25T11:00", [.. Phone.Newcomer("Forged Fred"), ("Note", "once")]), (field, value)]);

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Theory]
    [InlineData("Treatment", "bloodletting")]
    [InlineData("Practitioner", "nobody")]
    [InlineData("Start", "2026-11-25T11:00 nobody")]
    public async Task What_the_clinic_does_not_have_cannot_be_booked(string field, string value)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var good = Phone.Call("2026-11-25T11:00", Phone.Newcomer("Odd Olive"));

        var (status, answer) = await desk.BookByPhoneAsync([.. good.Where(one => one.Name != field), (field, value)]);

        Assert.Equal((HttpStatusCode.BadRequest, "bad"), (status, answer.Words("kind")));
    }

    [Fact]
    public async Task A_patient_who_is_none_is_not_found()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        var (status, answer) = await desk.BookByPhoneAsync(Phone.Call("2026-11-25T11:00", ("Patient", "999999")));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal(Refusal.NoSuchPatient.Words, answer.Words("refusal"));
    }

    [Fact]
    public async Task Of_a_time_that_is_taken_it_is_said_who_is_there_and_what_is_free_near_it()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        await clinic.BookAsync("There Theo", new DateOnly(2026, 12, 1), new(9, 0), "07700 900204");

        var (status, answer) = await desk.BookByPhoneAsync(Phone.Call("2026-12-01T09:15", Phone.Newcomer("Late Lara", "07700 900205")));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal(("There Theo is there, 9:00am to 9:45am.", "taken"), (answer.Words("refusal"), answer.Words("kind")));
        Assert.False(answer.GetProperty("canOverrule").GetBoolean());
        var near = answer.GetProperty("nearest").EnumerateArray().Select(time => $"{time.Words("start")} {time.Words("practitioner")}").ToList();
        Assert.Contains("2026-12-01T09:45 amy-patel", near);
        Assert.Contains(near, time => !time.EndsWith("amy-patel", StringComparison.Ordinal));
        Assert.Equal(near.Order(StringComparer.Ordinal), near);
    }

    [Theory]
    [InlineData("2026-11-25T07:00", "Amy Patel does not work then.")]
    [InlineData("2026-12-25T09:00", "The clinic is closed on that day: Christmas Day.")]
    [InlineData("2026-11-20T09:00", "That time is over.", "over")]
    [InlineData("2062-11-25T09:00", "That is more than two years ahead. Look at the year.")]
    [InlineData("2026-11-25T09:07", "Appointments do not start at that minute. Choose one of the times shown.")]
    public async Task What_a_rule_forbids_is_refused_with_the_rule(string start, string words, string kind = "rule")
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        var (status, answer) = await desk.BookByPhoneAsync(Phone.Call(start, Phone.Newcomer("Rule Rose")));

        Assert.Equal((HttpStatusCode.Conflict, words, kind), (status, answer.Words("refusal"), answer.Words("kind")));
    }

    [Fact]
    public async Task The_safety_questions_are_asked_before_what_needs_them_and_their_version_is_kept()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var call = Phone.Call("2026-11-25T13:00", Phone.Newcomer("Sore Sid", "07700 900206"));
        call[0] = ("Treatment", "sciatica-first-visit");

        var (refused, no) = await desk.BookByPhoneAsync(call);
        var safety = await desk.AskAsync("/staff/diary/safety");
        var version = safety.GetProperty("version").GetInt32();
        var (status, answer) = await desk.BookByPhoneAsync([.. call, ("SafetyAsked", $"{version}")]);

        Assert.Equal((HttpStatusCode.Conflict, "Ask the safety questions before you book this."), (refused, no.Words("refusal")));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotEmpty(safety.GetProperty("signs").EnumerateArray());
        Assert.Contains("sciatica-first-visit", safety.GetProperty("treatments").EnumerateArray().Select(slug => slug.GetString()));
        Assert.Equal(version, await clinic.RememberAsync(context => context.RedFlagWordings.MaxAsync(wording => wording.Version)));
        Assert.Equal(version, (await clinic.ReadAsync(answer.Booked().Id))!.RedFlagVersion);
    }

    [Fact]
    public async Task The_same_call_sent_again_because_the_answer_was_lost_books_once()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var call = Phone.Call("2026-11-26T13:00", Phone.Newcomer("Once Otto", "07700 900207"));

        var (_, first) = await desk.BookByPhoneAsync(call);
        var (status, second) = await desk.BookByPhoneAsync(call);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(first.Booked(), second.Booked());
        Assert.Equal(1, await clinic.RememberAsync(context => context.Appointments.CountAsync(a => a.Patient.FullName == "Once Otto")));
    }

    [Fact]
    public async Task A_stranger_books_nothing_and_a_practitioner_for_nobody_else()
    {
        using var stranger = clinic.Visit();
        using var practitioner = await clinic.SignInAsync(StaffRole.Practitioner);
        var before = await CountAsync();

        await stranger.BookByPhoneAsync(Phone.Call("2026-11-27T13:00", Phone.Newcomer("Strange Stan")));
        var (status, answer) = await practitioner.BookByPhoneAsync(Phone.Call("2026-11-27T13:00", Phone.Newcomer("Own Olga")));

        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (status, answer.Words("kind")));
        Assert.Equal(before, await CountAsync());
    }

    private Task<int> CountAsync() => clinic.RememberAsync(context => context.Appointments.CountAsync());
}
