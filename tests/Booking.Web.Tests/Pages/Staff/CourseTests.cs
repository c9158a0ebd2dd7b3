using System.Globalization;
using System.Net;
using System.Text.Json;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The next free times, and a course of treatment: its clashes are shown first, then all or those chosen are booked at once.</summary>
public sealed class CourseTests(TestClinic clinic) : ClinicTests(clinic)
{
    private const string SixTuesdays =
        "/staff/diary/course?treatment=sports-injury&with=aisha-khan&start=2026-12-01T19:00&times=6";

    [Fact]
    public async Task Next_free_knows_neither_notice_nor_horizon_nor_what_is_only_for_the_telephone()
    {
        using var desk = await Clinic.SignInAsync();

        var soon = await StartsAsync(desk, "treatment=sports-by-phone&count=3");
        var late = await StartsAsync(desk, "treatment=sports-by-phone&after=2027-04-01T00:00&count=1");

        Assert.Equal(["2026-11-23T08:00 aisha-khan", "2026-11-23T08:15 aisha-khan", "2026-11-23T08:30 aisha-khan"], soon);
        Assert.Equal(["2027-04-01T08:00 aisha-khan"], late);
    }

    [Fact]
    public async Task Next_free_on_a_Tuesday_after_five_leaves_out_what_is_taken()
    {
        using var desk = await Clinic.SignInAsync();
        await BookAsync(desk, "2026-11-24T17:00", "Taken Tara");

        Assert.Equal(
            ["2026-11-24T17:45 aisha-khan", "2026-11-24T18:00 aisha-khan"],
            await StartsAsync(desk, "treatment=sports-injury&with=aisha-khan&on=Tuesday&from=17:00&count=2"));
    }

    [Fact]
    public async Task A_longer_visit_is_offered_and_planned_only_where_all_of_it_is_free()
    {
        using var desk = await Clinic.SignInAsync();
        await BookAsync(desk, "2026-12-01T10:00", "Next Nina");

        var next = await StartsAsync(desk, "treatment=sports-injury&with=aisha-khan&after=2026-12-01T09:00&count=1&minutes=90");
        var course = (await desk.AskAsync(
            "/staff/diary/course?treatment=sports-injury&with=aisha-khan&start=2026-12-01T09:00&times=2&minutes=90")).EnumerateArray().ToList();

        Assert.Equal("2026-12-01T10:45 aisha-khan", Assert.Single(next));
        Assert.Equal("Next Nina is there, 10:00am to 10:45am.", course[0].Words("why"));
        Assert.Equal(TimeSpan.FromMinutes(90), Length(course[0].GetProperty("instead")));
        Assert.Equal(JsonValueKind.Null, course[1].GetProperty("why").ValueKind);

        static TimeSpan Length(JsonElement time) => DateTime.Parse(time.Words("end")!, CultureInfo.InvariantCulture)
            - DateTime.Parse(time.Words("start")!, CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Where_a_visit_that_is_to_move_stands_now_is_free_for_it()
    {
        using var desk = await Clinic.SignInAsync();
        var booked = await BookAsync(desk, "2026-11-24T09:00", "Moving Mo");

        var others = await StartsAsync(desk, "treatment=sports-injury&with=aisha-khan&after=2026-11-24T08:30&count=1");
        var own = await StartsAsync(desk, $"treatment=sports-injury&with=aisha-khan&after=2026-11-24T08:30&count=1&for={booked.Id}");

        Assert.Equal(("2026-11-24T09:45 aisha-khan", "2026-11-24T08:30 aisha-khan"), (Assert.Single(others), Assert.Single(own)));
    }

    [Fact]
    public async Task A_time_at_which_the_patient_is_elsewhere_is_not_free_for_them()
    {
        using var desk = await Clinic.SignInAsync();
        var booked = await BookAsync(desk, "2026-11-24T09:00", "Busy Bea");
        var patient = await Clinic.LookAsync(context => context.Appointments.Where(a => a.Id == booked.Id).Select(a => a.PatientId).SingleAsync());

        Assert.Equal(
            "2026-11-24T09:45 ben-howard",
            Assert.Single(await StartsAsync(desk, $"treatment=sports-injury&with=ben-howard&after=2026-11-24T08:30&count=1&patient={patient}")));
    }

    [Theory]
    [InlineData("treatment=bloodletting")]
    [InlineData("treatment=sports-injury&with=nobody")]
    [InlineData("treatment=sports-injury&after=yesterday")]
    [InlineData("treatment=sports-injury&on=Someday")]
    [InlineData("treatment=sports-injury&from=noon")]
    [InlineData("treatment=sports-injury&minutes=7")]
    public async Task What_is_not_to_be_understood_has_no_next_time(string query)
    {
        using var desk = await Clinic.SignInAsync();
        using var answer = await desk.Client.GetAsync(new Uri($"/staff/diary/next?{query}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Six_Tuesdays_at_seven_show_who_is_in_the_way_and_what_is_free_that_week()
    {
        using var desk = await Clinic.SignInAsync();
        await BookAsync(desk, "2026-12-15T18:45", "Evening Eve");
        await Clinic.ChangeAsync(async context =>
        {
            var aisha = await context.Practitioners.SingleAsync(p => p.Slug == "aisha-khan");
            context.Add(new DayChange { PractitionerId = aisha.Id, Date = new(2026, 12, 22) });
            (await context.Rules.SingleAsync()).Revision++;
        });

        var plan = (await desk.AskAsync(SixTuesdays)).EnumerateArray().ToList();

        Assert.Equal(
            ["2026-12-01T19:00", "2026-12-08T19:00", "2026-12-15T19:00", "2026-12-22T19:00", "2026-12-29T19:00", "2027-01-05T19:00"],
            plan.Select(visit => visit.Words("start")));
        Assert.Equal("Evening Eve is there, 6:45pm to 7:30pm.", plan[2].Words("why"));
        Assert.Equal("2026-12-15T18:00 aisha-khan", Start(plan[2].GetProperty("instead")));
        Assert.Equal("Aisha Khan does not work then.", plan[3].Words("why"));
        Assert.Equal("2026-12-21T19:00 aisha-khan", Start(plan[3].GetProperty("instead")));
        Assert.All(plan.Where((_, index) => index is not (2 or 3)), visit => Assert.Equal(JsonValueKind.Null, visit.GetProperty("why").ValueKind));
    }

    [Fact]
    public async Task All_of_a_course_is_booked_or_none_of_it()
    {
        using var desk = await Clinic.SignInAsync();
        await BookAsync(desk, "2026-12-15T18:45", "Evening Eve");
        (string, string)[] starts = [("Start", "2026-12-01T19:00"), ("Start", "2026-12-08T19:00"), ("Start", "2026-12-15T19:00")];
        var before = await Clinic.TallyAsync();

        var (refused, no) = await desk.BookByPhoneAsync([.. Course("Course Cora"), .. starts]);
        var nothing = await Clinic.TallyAsync();
        var (status, answer) = await desk.BookByPhoneAsync(
            [.. Course("Course Cora"), .. starts[..2], ("Start", "2026-12-15T19:00 ben-howard")]);

        Assert.Equal(HttpStatusCode.Conflict, refused);
        Assert.Equal("Tuesday 15 December at 7:00pm: Evening Eve is there, 6:45pm to 7:30pm.", no.Words("refusal"));
        Assert.Equal(before, nothing);
        Assert.Equal((HttpStatusCode.OK, "Booked 3 visits"), (status, answer.Words("done")));
        var booked = await Clinic.LookAsync(context => context.Appointments.AsNoTracking().Include(a => a.Practitioner)
            .Where(a => a.Patient.FullName == "Course Cora").OrderBy(a => a.Date).ToListAsync());
        Assert.Equal(["aisha-khan", "aisha-khan", "ben-howard"], booked.Select(a => a.Practitioner.Slug));
        Assert.Single(booked, a => a.FirstVisit);
        Assert.Empty(await Clinic.LookAsync(context => DiaryChecker.FaultsAsync(context, Clinic.Clock.UtcNow())));
    }

    [Fact]
    public async Task A_course_over_the_change_of_the_clocks_is_all_at_seven()
    {
        Clinic.WindTo("2026-10-01 09:00");
        using var desk = await Clinic.SignInAsync();
        var plan = await desk.AskAsync("/staff/diary/course?treatment=sports-injury&with=aisha-khan&start=2026-10-06T19:00&times=6");
        var starts = plan.EnumerateArray().Select(visit => ("Start", visit.Words("start"))).ToArray();

        await desk.BookByPhoneAsync([.. Course("Clock Clara"), .. starts]);

        var booked = await Clinic.LookAsync(context => context.Appointments.AsNoTracking().OrderBy(a => a.Date).ToListAsync());
        Assert.Equal(6, booked.Count);
        Assert.All(booked, a => Assert.Equal(new TimeOnly(19, 0), a.Start));
        Assert.Equal(new DateOnly(2026, 11, 10), booked[^1].Date);
    }

    [Theory]
    [InlineData("times=0")]
    [InlineData("times=27")]
    [InlineData("every=0")]
    [InlineData("every=9")]
    [InlineData("start=2026-12-01")]
    [InlineData("minutes=500")]
    public async Task A_course_without_end_is_not_planned(string wrong)
    {
        using var desk = await Clinic.SignInAsync();
        var query = $"treatment=sports-injury&with=aisha-khan&{wrong}{(wrong.StartsWith("start", StringComparison.Ordinal) ? "" : "&start=2026-12-01T19:00")}";
        using var answer = await desk.Client.GetAsync(new Uri($"/staff/diary/course?{query}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static (string, string)[] Course(string name) =>
        [("Treatment", "sports-injury"), ("Practitioner", "aisha-khan"), .. Phone.Newcomer(name, "07700 900401")];

    private static async Task<Seen> BookAsync(Visitor desk, string start, string name)
    {
        var (status, answer) = await desk.BookByPhoneAsync(
            [("Treatment", "sports-injury"), ("Practitioner", "aisha-khan"), ("Start", start), .. Phone.Newcomer(name)]);
        Assert.Equal(HttpStatusCode.OK, status);
        return answer.Booked();
    }

    private static async Task<IEnumerable<string>> StartsAsync(Visitor desk, string query) =>
        (await desk.AskAsync($"/staff/diary/next?{query}")).EnumerateArray().Select(Start).ToList();

    private static string Start(JsonElement time) => $"{time.Words("start")} {time.Words("practitioner")}";
}
