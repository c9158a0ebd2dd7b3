using System.Net;
using Booking.Data;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Two records of one person become one when somebody says so, and two again when they were wrong.</summary>
public sealed class PatientMergePageTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    private static readonly DateTime Day = new(2026, 12, 1, 0, 0, 0, DateTimeKind.Unspecified);

    [Fact]
    public async Task The_visits_and_the_times_they_take_go_over_and_come_back()
    {
        using var desk = (await clinic.SignInAsync(await clinic.EmployAsync("Rita Desk", StaffRole.Receptionist))).Visitor;
        var kept = await BookAsync("amy-patel", 9, "Olivia Shaw", "07700 900401");
        var moved = await BookAsync("amy-patel", 10, "Liv Shaw", "07700 900402");
        var cancelled = await BookAsync("amy-patel", 11, "Liv Shaw", "07700 900402");
        await clinic.TidyAsync(cancelled);

        var page = await MergeAsync(desk, kept.PatientId, moved.PatientId, ("Input.Telephone", "Other"));

        Assert.Equal(Address(kept.PatientId), page.Address.AbsolutePath);
        Assert.Equal([kept.Id, moved.Id], await clinic.ClaimedAsync(kept.PatientId));
        Assert.Empty(await clinic.ClaimedAsync(moved.PatientId));
        Assert.Equal("+447700900402", (await clinic.PatientAsync(kept.PatientId)).Telephone);
        Assert.Equal("Olivia Shaw", (await clinic.PatientAsync(kept.PatientId)).FullName);
        Assert.Contains("Rita Desk: Joined with the record of Liv Shaw", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 appointments went over", page.Text, StringComparison.Ordinal);
        var read = (await clinic.ReadAsync(moved.Id))!;
        Assert.Equal((kept.PatientId, moved.Version + 1), (read.PatientId, read.Version));
        Assert.Equal(("Rita Desk", "Moved to another record of the same patient"), (read.History[^1].Who, read.History[^1].What));
        Assert.Equal(["Olivia Shaw"], (await desk.FindAsync("shaw")).Found());

        page = await desk.PressAsync(page, "Undo: they are two people");

        Assert.Equal([kept.Id], await clinic.ClaimedAsync(kept.PatientId));
        Assert.Equal([moved.Id], await clinic.ClaimedAsync(moved.PatientId));
        Assert.Equal(kept.PatientId, (await clinic.ReadAsync(kept.Id))!.PatientId);
        Assert.Equal(moved.PatientId, (await clinic.ReadAsync(cancelled.Id))!.PatientId);
        Assert.Equal("+447700900401", (await clinic.PatientAsync(kept.PatientId)).Telephone);
        Assert.Contains("No longer joined with the record of Liv Shaw", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Liv Shaw", "Olivia Shaw"], (await desk.FindAsync("shaw")).Found().Order());
        await AssertTheDiaryIsRightAsync();
    }

    [Fact]
    public async Task Visits_at_the_same_time_refuse_it_and_say_when()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var one = await BookAsync("ben-howard", 13, "Clash Clara", "07700 900403");
        var other = await BookAsync("chloe-wren", 13.5, "Clash Clare", "07700 900404");

        var page = await MergeAsync(desk, one.PatientId, other.PatientId);

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains(
            "They have appointments at the same time: Tuesday 1 December at 1:00pm, and Tuesday 1 December at 1:30pm.",
            page.Text,
            StringComparison.Ordinal);
        Assert.Equal([other.Id], await clinic.ClaimedAsync(other.PatientId));
        Assert.Null((await clinic.PatientAsync(other.PatientId)).MergedIntoId);
        Assert.DoesNotContain("Joined", (await desk.OpenAsync(Address(one.PatientId))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_old_name_and_number_are_recognised_as_the_kept_person()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var kept = await BookAsync("amy-patel", 12.5, "Recognised Rose", "07700 900405");
        var away = await BookAsync("amy-patel", 13.25, "Rosie Maiden", "07700 900406");
        await MergeAsync(desk, kept.PatientId, away.PatientId);

        var (again, _) = await clinic.BookAsync("ben-howard", Day.AddHours(17), "ROSIE MAIDEN", "+44 7700 900406");
        var (_, refusal) = await clinic.BookAsync("dan-osei", Day.AddHours(12.75), "Rosie Maiden", "07700 900406");

        Assert.Equal(kept.PatientId, again!.PatientId);
        Assert.Equal(Refusal.CannotComeThen, refusal); // nobody is in two places
        await AssertTheDiaryIsRightAsync();
    }

    [Fact]
    public async Task The_record_that_went_away_leads_to_the_other_and_can_be_brought_back_from_there()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var kept = await clinic.AddAsync(PatientSteps.Details("Kept Kate", "07700 900407"));
        var away = await clinic.AddAsync(PatientSteps.Details("Away Ada", "07700 900408", notes: "Rings twice"));
        await MergeAsync(desk, kept.Id, away.Id);

        var page = await desk.OpenAsync(Address(away.Id));
        Assert.Contains("This record is no longer used.", page.Text, StringComparison.Ordinal);
        Assert.Equal(Address(kept.Id), (await desk.FollowAsync(page, "Kept Kate")).Address.AbsolutePath);
        Assert.Equal(Address(away.Id), (await desk.OpenAsync($"{Address(away.Id)}/details")).Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync($"{Address(away.Id)}/merge/{kept.Id}")).Status);
        Assert.Equal("Rings twice", (await clinic.PatientAsync(kept.Id)).Notes);

        await desk.PressAsync(page, "Undo: they are two people");

        Assert.Null((await clinic.PatientAsync(away.Id)).MergedIntoId);
        Assert.Null((await clinic.PatientAsync(kept.Id)).Notes);
        Assert.Equal("Rings twice", (await clinic.PatientAsync(away.Id)).Notes);
    }

    [Fact]
    public async Task What_was_changed_since_stays_when_it_is_undone_and_what_was_booked_since_stays_with_the_kept()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var kept = await clinic.AddAsync(PatientSteps.Details("Since Sue", "07700 900409"));
        var away = await clinic.AddAsync(PatientSteps.Details("Since Susan", "07700 900410", "susan@example.com"));
        await MergeAsync(desk, kept.Id, away.Id, ("Input.Telephone", "Other"));
        await desk.PressAsync(await desk.OpenAsync($"{Address(kept.Id)}/details"), "Save", ("Telephone", "07700 900411"));
        var (booked, _) = await clinic.BookAsync("ella-frost", Day.AddHours(18), "Since Susan", "07700 900410");

        await desk.PressAsync(await desk.OpenAsync(Address(kept.Id)), "Undo: they are two people");

        Assert.Equal(PatientSteps.Details("Since Sue", "07700 900411"), (await clinic.PatientAsync(kept.Id)).Details);
        Assert.Equal(kept.Id, (await clinic.ReadAsync(booked!.Id))!.PatientId);
    }

    [Fact]
    public async Task Two_who_look_at_a_pair_while_one_is_changed_are_told()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var one = await clinic.AddAsync(PatientSteps.Details("Stale Stella", "07700 900412"));
        var other = await clinic.AddAsync(PatientSteps.Details("Stale Estelle", "07700 900413"));
        var form = await desk.OpenAsync($"{Address(one.Id)}/merge/{other.Id}");
        await clinic.Patients().ChangeAsync(other.Id, other.Version, PatientSteps.Details("Stale Estelle", "07700 900414"), "x", default);

        var page = await desk.PressAsync(form, "Yes, make them one");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Somebody has just changed this patient's details", page.Text, StringComparison.Ordinal);
        Assert.Null((await clinic.PatientAsync(other.Id)).MergedIntoId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_is_slower_than_another_who_joins_one_of_them_is_told_so(bool kept)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var one = await clinic.AddAsync(PatientSteps.Details("Slow Sanna", $"07700 90043{(kept ? 1 : 4)}"));
        var other = await clinic.AddAsync(PatientSteps.Details("Slow Susanna", $"07700 90043{(kept ? 2 : 5)}"));
        var third = await clinic.AddAsync(PatientSteps.Details("Quick Sue", $"07700 90043{(kept ? 3 : 6)}"));
        var form = await desk.OpenAsync($"{Address(one.Id)}/merge/{other.Id}");
        await JoinAsync(third.Id, kept ? one.Id : other.Id);

        var page = await desk.PressAsync(form, "Yes, make them one");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("One of these records has been joined with another meanwhile.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main button"));
        Assert.Equal(Address(one.Id), (await desk.FollowAsync(page, "Look at the record of Slow Sanna")).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_choice_that_is_none_is_said_beside_it()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var one = await clinic.AddAsync(PatientSteps.Details("Choice Cher", "07700 900415", notes: new string('a', 600)));
        var other = await clinic.AddAsync(PatientSteps.Details("Choice Sher", "07700 900416", notes: new string('b', 600)));
        var form = await desk.OpenAsync($"{Address(one.Id)}/merge/{other.Id}");

        var forged = await desk.ForgeAsync(form, "Yes, make them one", ("Input.Name", "7"), ("Input.Notes", "Kept"));
        var tooLong = await desk.PressAsync(form, "Yes, make them one", ("Input.Notes", "Both"));

        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.NotNull(forged.Document.QuerySelector("#Input_Name .error"));
        Assert.Contains("longer than 1,000 letters", tooLong.Document.QuerySelector("#Input_Notes-error")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await clinic.PatientAsync(other.Id)).MergedIntoId);
    }

    [Fact]
    public async Task The_other_record_is_looked_for_and_compared_and_nobody_is_merged_by_looking()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var one = await clinic.AddAsync(PatientSteps.Details("Looked Lola", "07700 900417"));
        var family = await clinic.AddAsync(PatientSteps.Details("Looked Luis", "07700 900417"));
        await clinic.AddAsync(PatientSteps.Details("Elsewhere Elena", "07700 900418"));

        var page = await desk.FollowAsync(await desk.OpenAsync(Address(one.Id)), "This is the same person as...");
        Assert.Equal(["Looked Luis"], page.Found());
        page = await desk.PressAsync(page, "Find", ("Find a patient", "elena"));
        Assert.Equal(["Elsewhere Elena"], page.Found());
        page = await desk.FollowAsync(page, "Compare with Elsewhere Elena");

        Assert.Contains("Are these one person?", page.Text, StringComparison.Ordinal);
        Assert.Null((await clinic.PatientAsync(family.Id)).MergedIntoId);
        Assert.Equal(2, (await desk.FindAsync("looked")).Found().Count);
    }

    [Fact]
    public async Task A_merge_on_top_of_another_is_undone_first()
    {
        var (one, two, three) = (
            await clinic.AddAsync(PatientSteps.Details("Chain One", "07700 900419")),
            await clinic.AddAsync(PatientSteps.Details("Chain Two", "07700 900420")),
            await clinic.AddAsync(PatientSteps.Details("Chain Three", "07700 900421")));
        var first = await JoinAsync(two.Id, one.Id);
        var second = await JoinAsync(three.Id, two.Id);

        Assert.NotNull(await clinic.Patients().UndoMergeAsync(first, "x", default));
        var (booked, _) = await clinic.BookAsync("ella-frost", Day.AddHours(19), "Chain One", "07700 900419");
        Assert.Equal(three.Id, booked!.PatientId);
        Assert.Null(await clinic.Patients().UndoMergeAsync(second, "x", default));
        Assert.Null(await clinic.Patients().UndoMergeAsync(first, "x", default));
        Assert.NotNull(await clinic.Patients().UndoMergeAsync(first, "x", default));
    }

    [Fact]
    public async Task A_practitioner_neither_merges_nor_undoes()
    {
        using var practitioner = await clinic.SignInAsync(StaffRole.Practitioner);
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var one = await clinic.AddAsync(PatientSteps.Details("Right Ray", "07700 900422"));
        var other = await clinic.AddAsync(PatientSteps.Details("Right Raymond", "07700 900423"));
        var page = await MergeAsync(desk, one.Id, other.Id);
        var token = (await practitioner.OpenAsync("/staff/patients")).Document
            .QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value");

        var forged = await practitioner.ForgeAsync(page, "Undo: they are two people", ("__RequestVerificationToken", token));

        Assert.Equal(HttpStatusCode.Forbidden, forged.Status);
        Assert.Equal(one.Id, (await clinic.PatientAsync(other.Id)).MergedIntoId);
        Assert.Empty((await practitioner.OpenAsync(Address(one.Id))).Document.QuerySelectorAll("main button"));
    }

    [Fact]
    public async Task A_merge_that_is_another_patients_is_not_undone_from_here()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var one = await clinic.AddAsync(PatientSteps.Details("Mine Mia", "07700 900424"));
        var other = await clinic.AddAsync(PatientSteps.Details("Mine Maia", "07700 900425"));
        var page = await MergeAsync(desk, one.Id, other.Id);

        Assert.Equal(
            HttpStatusCode.NotFound, (await desk.ForgeAsync(page, "Undo: they are two people", ("Merge", "999999"))).Status);
    }

    private static string Address(int id) => $"/staff/patients/{id}";

    private static async Task<Page> MergeAsync(Visitor desk, int kept, int other, params (string, string)[] chosen) =>
        await desk.PressAsync(await desk.OpenAsync($"{Address(kept)}/merge/{other}"), "Yes, make them one", chosen);

    private async Task<Appointment> BookAsync(string with, double hour, string name, string mobile)
    {
        var (booked, refusal) = await clinic.BookAsync(with, Day.AddHours(hour), name, mobile);
        return booked ?? throw new InvalidOperationException(refusal!.Words);
    }

    private async Task<int> JoinAsync(int kept, int away)
    {
        var (one, other) = (await clinic.PatientAsync(kept), await clinic.PatientAsync(away));
        Assert.Null(await clinic.Patients().MergeAsync(
            new(kept, one.Version), new(away, other.Version), one.Details, "the tests", default));
        return (await clinic.Patients().MergesAsync(away, default))[0].Id;
    }

    private async Task AssertTheDiaryIsRightAsync()
    {
        var faults = await clinic.RememberAsync(context => DiaryChecker.FaultsAsync(context, clinic.Clock.UtcNow()));
        Assert.Empty(faults);
    }
}
