using System.Globalization;
using System.Net;
using System.Text.Json;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>What the diary's screen is told: everything of the day, to whoever works here, and to nobody else.</summary>
public sealed class DiaryDataTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    [Fact]
    public async Task An_appointment_comes_with_all_that_the_desk_sees_at_a_glance()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Data Dora", new(9, 15));
        await clinic.TextBecomesAsync(booked, MessageKind.Confirmation, MessageState.Delivered, why: null);

        var data = await desk.DiaryAsync("from=2026-11-24");

        var shown = data.Appointment(booked.Id);
        Assert.Equal(("2026-11-24T09:15", "2026-11-24T10:00"), (shown.Text("start"), shown.Text("end")));
        Assert.Equal(("sports-injury", "Booked"), (shown.Text("treatment"), shown.Text("status")));
        Assert.Equal("Data Dora", shown.GetProperty("patient").Text("name"));
        Assert.Equal("07700 900123", shown.GetProperty("patient").Text("telephone"));
        Assert.StartsWith("Room", shown.Text("room"), StringComparison.Ordinal);
        Assert.True(shown.GetProperty("newPatient").GetBoolean());
        Assert.True(shown.GetProperty("mayChange").GetBoolean());
        Assert.Equal(1, shown.GetProperty("version").GetInt32());
        Assert.Equal(
            ["Confirmation delivered", "Reminder goes Mon 23 Nov, 9:15am"],
            shown.GetProperty("texts").EnumerateArray().Select(text => text.Text("words")));
        await clinic.TidyAsync(booked);
    }

    [Fact]
    public async Task Hours_come_as_stretches_with_the_breaks_between_them()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        var data = await desk.DiaryAsync("from=2026-11-24");

        var amy = data.GetProperty("practitioners").EnumerateArray().Single(p => p.Text("slug") == "amy-patel");
        Assert.Equal(
            [("2026-11-24T08:00", "2026-11-24T12:00"), ("2026-11-24T12:30", "2026-11-24T16:00")],
            amy.GetProperty("hours").EnumerateArray().Select(run => (run.Text("start"), run.Text("end"))));
        Assert.Contains("acupuncture", amy.GetProperty("gives").EnumerateArray().Select(slug => slug.GetString()));
        Assert.Equal("2026-11-23T07:00", data.Text("now"));
        Assert.Equal(15, data.GetProperty("grid").GetInt32());
    }

    [Theory]
    [InlineData("2026-12-25", "The clinic is closed: Christmas Day.")]
    [InlineData("2026-11-29", "Nobody works on this day.")]
    [InlineData("2026-12-08", "There are no appointments on this day.")]
    public async Task An_empty_day_says_why(string date, string why)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        var data = await desk.DiaryAsync($"from={date}");

        Assert.Equal(why, Assert.Single(data.GetProperty("days").EnumerateArray()).Text("why"));
    }

    [Fact]
    public async Task A_closed_day_has_no_hours()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        var data = await desk.DiaryAsync("from=2026-12-25");

        Assert.All(data.GetProperty("practitioners").EnumerateArray(), p => Assert.Equal(0, p.GetProperty("hours").GetArrayLength()));
    }

    [Fact]
    public async Task Cancelled_appointments_come_when_asked_for()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Off Olaf", new(10, 0));
        await clinic.TidyAsync(booked);

        var without = await desk.DiaryAsync("from=2026-11-24");
        var with = await desk.DiaryAsync("from=2026-11-24&cancelled=true");

        Assert.DoesNotContain(booked.Id, without.Ids());
        Assert.Equal(("Cancelled", "Tidied away"), (with.Appointment(booked.Id).Text("status"), with.Appointment(booked.Id).Text("cancelReason")));
    }

    [Fact]
    public async Task A_week_is_of_one_practitioner()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Week Will", new DateOnly(2026, 11, 26), new(9, 0));

        var amys = await desk.DiaryAsync("from=2026-11-23&days=7&with=amy-patel");
        var bens = await desk.DiaryAsync("from=2026-11-23&days=7&with=ben-howard");

        Assert.Equal(7, amys.GetProperty("days").GetArrayLength());
        Assert.Contains(booked.Id, amys.Ids());
        Assert.DoesNotContain(booked.Id, bens.Ids());
        await clinic.TidyAsync(booked);
    }

    [Fact]
    public async Task Holds_and_blocks_come_too_and_a_hold_tells_nothing_of_its_holder()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        using var patient = clinic.Visit();
        await patient.HoldAsync("2026-11-25 10:00", "amy-patel", "sports-injury");
        await clinic.RememberAsync(async context =>
        {
            var dan = await context.Practitioners.SingleAsync(p => p.Slug == "dan-osei");
            context.Add(new Block { PractitionerId = dan.Id, From = new(2026, 11, 25, 9, 0, 0), Until = new(2026, 11, 25, 9, 30, 0), Reason = "Call" });
            return await context.SaveChangesAsync();
        });

        var data = await desk.DiaryAsync("from=2026-11-25");

        var hold = Assert.Single(data.GetProperty("holds").EnumerateArray());
        Assert.Equal(["practitioner", "start", "end", "until", "offered"], hold.EnumerateObject().Select(property => property.Name));
        Assert.Equal("2026-11-25T10:00", hold.Text("start"));
        Assert.Equal((clinic.Clock.Now() + TimeSpan.FromMinutes(5)).ToString("s", CultureInfo.InvariantCulture), hold.Text("until"));
        Assert.Equal("Call", Assert.Single(data.GetProperty("blocks").EnumerateArray()).Text("reason"));
    }

    [Fact]
    public async Task How_often_a_patient_did_not_come_is_counted()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var missed = await clinic.BookAsync("Dna Dina", new DateOnly(2026, 11, 27), new(9, 0));
        await clinic.RememberAsync(context => context.Appointments.Where(a => a.Id == missed.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(a => a.Status, AppointmentStatus.DidNotAttend)));
        var booked = await clinic.BookAsync("Dna Dina", new(14, 0));

        var data = await desk.DiaryAsync("from=2026-11-24");

        Assert.Equal(1, data.Appointment(booked.Id).GetProperty("patient").GetProperty("dna").GetInt32());
        await clinic.TidyAsync(booked);
    }

    [Fact]
    public async Task The_number_is_another_after_a_change_and_the_same_without_one()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        await clinic.TidyAsync(await clinic.BookAsync("Number Ned", new(15, 0))); // the first booking here changes the settings
        var before = (await desk.DiaryAsync("from=2026-11-24")).Text("number");
        Assert.Equal(before, (await desk.DiaryAsync("from=2026-11-24")).Text("number"));
        var elsewhere = (await desk.DiaryAsync("from=2026-11-30")).Text("number");

        var booked = await clinic.BookAsync("Number Nan", new(15, 0));

        Assert.NotEqual(before, (await desk.DiaryAsync("from=2026-11-24")).Text("number"));
        Assert.Equal(elsewhere, (await desk.DiaryAsync("from=2026-11-30")).Text("number"));
        await clinic.TidyAsync(booked);
    }

    [Fact]
    public async Task A_practitioner_reads_everything_and_may_change_their_own_column()
    {
        var (amy, _) = await clinic.SignInAsync(await clinic.EmployAsync("Amy Patel", StaffRole.Practitioner, "amy-patel"));

        var data = await amy.DiaryAsync("from=2026-11-24");

        amy.Dispose();
        var may = data.GetProperty("practitioners").EnumerateArray()
            .Where(p => p.GetProperty("mayChange").GetBoolean()).Select(p => p.Text("slug"));
        Assert.Equal("amy-patel", Assert.Single(may));
    }

    [Fact]
    public async Task What_is_written_for_one_is_never_told_to_another_who_may_change_other_columns()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        using var amy = (await clinic.SignInAsync(await clinic.EmployAsync("Amy Patel", StaffRole.Practitioner, "amy-patel"))).Visitor;
        using var ben = (await clinic.SignInAsync(await clinic.EmployAsync("Ben Howard", StaffRole.Practitioner, "ben-howard"))).Visitor;
        using var trainee = await clinic.SignInAsync(StaffRole.Practitioner);
        var booked = await clinic.BookAsync("Theirs Thea", new(14, 0));

        foreach (var (whom, columns) in new[] { (desk, 5), (ben, 1), (amy, 1), (trainee, 0), (desk, 5), (trainee, 0) })
        {
            var data = await whom.DiaryAsync("from=2026-11-24");
            Assert.Equal(columns, data.GetProperty("practitioners").EnumerateArray().Count(p => p.GetProperty("mayChange").GetBoolean()));
            Assert.Equal(whom == desk || whom == amy, data.Appointment(booked.Id).GetProperty("mayChange").GetBoolean());
        }

        await clinic.TidyAsync(booked);
    }

    [Fact]
    public async Task The_time_of_an_unchanged_day_goes_on()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        Assert.Equal("2026-11-23T07:00", (await desk.DiaryAsync("from=2026-12-10")).Text("now"));

        clinic.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("2026-11-23T07:01", (await desk.DiaryAsync("from=2026-12-10")).Text("now"));
        clinic.Clock.AdjustTime(clinic.Clock.GetUtcNow().AddMinutes(-1));
    }

    [Fact]
    public async Task A_name_with_markup_stays_a_name()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Ann <script>alert(1)</script> & Co", new(13, 0));

        var raw = await desk.Client.GetStringAsync(new Uri("/staff/diary/data?from=2026-11-24", UriKind.Relative));

        Assert.DoesNotContain("<script>", raw, StringComparison.Ordinal);
        using var parsed = JsonDocument.Parse(raw);
        Assert.Equal("Ann <script>alert(1)</script> & Co", parsed.RootElement.Appointment(booked.Id).GetProperty("patient").Text("name"));
        await clinic.TidyAsync(booked);
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("from=tomorrow", HttpStatusCode.BadRequest)]
    [InlineData("from=9999-12-31", HttpStatusCode.BadRequest)]
    [InlineData("from=2026-11-24&days=365", HttpStatusCode.BadRequest)]
    [InlineData("from=2026-11-24&days=many", HttpStatusCode.BadRequest)]
    [InlineData("from=2026-11-24&with=nobody", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_asked_is_refused(string query, HttpStatusCode answer)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);

        using var refused = await desk.Client.GetAsync(new Uri($"/staff/diary/data?{query}", UriKind.Relative));

        Assert.Equal(answer, refused.StatusCode);
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(7, "amy-patel")]
    public async Task A_day_and_a_week_are_read_in_four_queries_and_unchanged_ones_in_one(int days, string? with)
    {
        var booked = await clinic.BookAsync("Query Quin", new(13, 0));
        var contexts = new CountedContexts(clinic);
        var screen = new DiaryScreen(contexts, new ClinicSetup(), clinic.Clock);
        var wish = new DiaryWish(new(days == 1 ? StaffedClinic.Tomorrow : StaffedClinic.Tomorrow.AddDays(-1), days), with);
        await screen.ReadAsync(wish with { Cancelled = true }, default); // the set-up is read once, and kept

        contexts.Queries = 0;
        var pages = await screen.ReadAsync(wish, default);
        Assert.Contains(pages!.Visits, visit => visit.Id == booked.Id && visit.Texts.Count == 2);
        Assert.Equal(4, contexts.Queries);

        contexts.Queries = 0;
        Assert.Same(pages, await screen.ReadAsync(wish, default));
        Assert.Equal(1, contexts.Queries);
        await clinic.TidyAsync(booked);
    }
}
