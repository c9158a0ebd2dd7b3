using System.Net;
using Booking.Data;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Past the rules of the diary only somebody with the right to it books, and says why; it is seen and written down.</summary>
public sealed class DoubleBookingTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    private const string Why = "Her daughter waits in the car";

    [Fact]
    public async Task A_deliberate_double_booking_takes_a_lane_of_its_own_and_stands_in_the_history_with_who_and_why()
    {
        var (desk, _) = await clinic.SignInAsync(await clinic.EmployAsync("Ada Boss", StaffRole.Administrator));
        var there = await clinic.BookAsync("First Fay", new(9, 0), "07700 900301");
        var call = Phone.Call("2026-11-24T09:15", Phone.Newcomer("Second Sue", "07700 900302"));

        var (refused, no) = await desk.BookByPhoneAsync(call);
        var (status, answer) = await desk.BookByPhoneAsync([.. call, ("Overrule", Why)]);

        Assert.Equal((HttpStatusCode.Conflict, true), (refused, no.GetProperty("canOverrule").GetBoolean()));
        Assert.Equal(HttpStatusCode.OK, status);
        var booked = (await clinic.ReadAsync(answer.Booked().Id))!;
        Assert.Equal((1, Why), (booked.Lane, booked.Overruled));
        var line = Assert.Single(booked.History);
        Assert.Equal(("Ada Boss", $"Tue 24 Nov, 9:15am, Amy Patel. Past the rules: {Why}"), (line.Who, line.To));
        Assert.Equal(there.Version, (await clinic.ReadAsync(there.Id))!.Version);
        Assert.Contains("Double booking", (await desk.OpenAsync("/staff/day/2026-11-24")).Text, StringComparison.Ordinal);
        Assert.Contains(Why, (await desk.OpenAsync($"/staff/appointment/{booked.Id}")).Text, StringComparison.Ordinal);
        desk.Dispose();
        await AssertInOrderAsync();
    }

    [Theory]
    [InlineData("2026-11-25T07:00")] // before anybody works
    [InlineData("2026-12-26T09:00")] // a closed day
    public async Task Outside_hours_and_on_a_closed_day_it_stays_in_the_first_lane(string start)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Administrator);

        var (status, answer) = await desk.BookByPhoneAsync(
            [.. Phone.Call(start, Phone.Newcomer("Early Ed", "07700 900303")), ("Overrule", Why)]);

        Assert.Equal(HttpStatusCode.OK, status);
        var booked = (await clinic.ReadAsync(answer.Booked().Id))!;
        Assert.Equal((0, Why), (booked.Lane, booked.Overruled));
    }

    [Fact]
    public async Task A_reason_where_no_rule_is_in_the_way_is_not_kept()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Administrator);

        var (_, answer) = await desk.BookByPhoneAsync(
            [.. Phone.Call("2026-12-02T09:00", Phone.Newcomer("Plain Pat", "07700 900304")), ("Overrule", Why)]);

        Assert.Null((await clinic.ReadAsync(answer.Booked().Id))!.Overruled);
    }

    [Fact]
    public async Task Without_the_right_to_it_a_reason_is_no_help()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        await clinic.BookAsync("Firm Finn", new DateOnly(2026, 12, 3), new(9, 0), "07700 900305");

        var (status, answer) = await desk.BookByPhoneAsync(
            [.. Phone.Call("2026-12-03T09:00", Phone.Newcomer("Keen Kim", "07700 900306")), ("Overrule", Why)]);

        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (status, answer.Words("kind")));
        Assert.Equal(Refusal.MayNotOverrule.Words, answer.Words("refusal"));
    }

    [Theory]
    [InlineData("2026-11-20T09:00", "sports-injury", "That time is over.")]
    [InlineData("2026-12-04T09:00", "acupuncture", "Dan Osei does not give this treatment.")]
    public async Task Some_things_nobody_can_overrule(string start, string treatment, string words)
    {
        using var desk = await clinic.SignInAsync(StaffRole.Administrator);

        var (status, answer) = await desk.BookByPhoneAsync(
            ("Treatment", treatment), ("Practitioner", treatment == "acupuncture" ? "dan-osei" : "amy-patel"), ("Start", start),
            ("Name", "Never Nell"), ("Telephone", "07700 900307"), ("Overrule", Why));

        Assert.Equal((HttpStatusCode.Conflict, words), (status, answer.Words("refusal")));
        Assert.False(answer.GetProperty("canOverrule").GetBoolean());
    }

    [Fact]
    public async Task A_patient_is_never_in_two_places_whoever_says_so()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Administrator);
        var there = await clinic.BookAsync("Torn Tess", new DateOnly(2026, 12, 7), new(9, 0), "07700 900308");

        var (status, answer) = await desk.BookByPhoneAsync(
            ("Patient", $"{there.PatientId}"), ("Treatment", "sports-injury"), ("Practitioner", "dan-osei"),
            ("Start", "2026-12-07T09:30"), ("Overrule", Why));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("Torn Tess is with Amy Patel then, 9:00am to 9:45am.", answer.Words("refusal"));
    }

    [Fact]
    public async Task Two_who_both_overrule_at_once_get_two_lanes()
    {
        using var one = await clinic.SignInAsync(StaffRole.Administrator);
        using var other = await clinic.SignInAsync(StaffRole.Administrator);
        await clinic.BookAsync("Calm Cora", new DateOnly(2026, 12, 8), new(9, 0), "07700 900309");

        var answers = await Task.WhenAll(
            BookAsync(one, "Lane Lou", "07700 900310"),
            BookAsync(other, "Lane Liz", "07700 900311"));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        var lanes = await Task.WhenAll(answers.Select(async answer => (await clinic.ReadAsync(answer.Answer.Booked().Id))!.Lane));
        Assert.Equal([1, 2], lanes.Order());
        await AssertInOrderAsync();

        static Task<(HttpStatusCode Status, System.Text.Json.JsonElement Answer)> BookAsync(Visitor desk, string name, string telephone) =>
            desk.BookByPhoneAsync([.. Phone.Call("2026-12-08T09:00", Phone.Newcomer(name, telephone)), ("Overrule", Why)]);
    }

    private async Task AssertInOrderAsync() => Assert.Empty(
        await clinic.RememberAsync(context => DiaryChecker.FaultsAsync(context, clinic.Clock.UtcNow())));
}
