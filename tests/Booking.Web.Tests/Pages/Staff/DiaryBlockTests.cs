using System.Net;
using System.Text.Json;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The diary's screen blocks time in one request, and is told when appointments are in the way.</summary>
public sealed class DiaryBlockTests(StaffedClinic clinic) : LeaveClinic(clinic)
{
    [Fact]
    public async Task A_lunch_each_day_is_blocked_and_taken_back()
    {
        var (status, answer) = await PostAsync("Block", Lunch(("Repeat", "daily"), ("Times", "3")));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal($"Lunch: Amy Patel, {Day.SaidShort()}, 12:00pm to 12:30pm", answer.GetProperty("done").GetString());
        Assert.Equal(60, answer.GetProperty("undoSeconds").GetInt32());
        Assert.Equal(3, await StandingAsync());
        Assert.Empty(await FaultsAsync());

        var id = answer.GetProperty("unblock").GetProperty("id").GetInt32();
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("Unblock", ("Id", $"{id}"), ("Series", "true"))).Status);
        Assert.Equal(0, await StandingAsync());
        var (again, refused) = await PostAsync("Unblock", ("Id", $"{id}"), ("Series", "false"));
        Assert.Equal((HttpStatusCode.Conflict, "changed"), (again, refused.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Everybody_is_blocked_at_once()
    {
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("Block", Lunch(("Practitioners", "all")))).Status);
        Assert.Equal(5, await StandingAsync());
    }

    [Fact]
    public async Task Appointments_in_the_way_lead_to_the_page_on_which_they_are_seen_to()
    {
        await BookAsync("Lunch Lou", new(11, 15));

        var (status, answer) = await PostAsync("Block", Lunch(("From", $"{Iso(Day)}T11:45")));

        Assert.Equal((HttpStatusCode.Conflict, "taken"), (status, answer.GetProperty("kind").GetString()));
        Assert.Equal(0, await StandingAsync());
        var plan = await Desk.OpenAsync(answer.GetProperty("leave").GetString()!);
        Assert.Contains("1 appointment is in the way", plan.Text, StringComparison.Ordinal);
        Assert.Contains($"Lunch Amy Patel: {Day.SaidShort()}, 11:45am to 12:30pm", plan.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Practitioners", "nobody", "Practitioners")]
    [InlineData("From", "lunchtime", "From")]
    [InlineData("Until", "2026-01-01T09:00", "Until")]
    [InlineData("Reason", "  ", "Reason")]
    [InlineData("Repeat", "yearly", "Repeat")]
    [InlineData("Times", "many", "Times")]
    public async Task What_is_badly_filled_in_is_said_of_its_field(string field, string value, string wrong)
    {
        var (status, answer) = await PostAsync("Block", Lunch((field, value)));

        Assert.Equal((HttpStatusCode.BadRequest, "bad"), (status, answer.GetProperty("kind").GetString()));
        Assert.NotEqual("", answer.GetProperty("fields").GetProperty(wrong).GetString());
        Assert.Equal(0, await StandingAsync());
    }

    [Fact]
    public async Task A_delay_of_somebody_for_whom_nobody_waits_is_refused()
    {
        var (status, answer) = await PostAsync("Late", ("Practitioner", "ella-frost"), ("Minutes", "10"));

        Assert.Equal((HttpStatusCode.Conflict, "rule"), (status, answer.GetProperty("kind").GetString()));
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("Late", ("Practitioner", "ella-frost"), ("Minutes", "45"))).Status);
    }

    [Fact]
    public async Task A_practitioner_blocks_and_unblocks_her_own_column_and_no_other()
    {
        var amy = await Clinic.EmployAsync("Amy Patel", StaffRole.Practitioner, "amy-patel");
        using var practitioner = (await Clinic.SignInAsync(amy)).Visitor;
        var token = Token(await practitioner.OpenAsync("/staff/account"));

        var (status, answer) = await PostAsync(practitioner, token, "Block", Lunch());
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(1, await StandingAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(practitioner, token, "Block", Lunch(("Practitioners", "all")))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(practitioner, token, "Late", ("Practitioner", "dan-osei"), ("Minutes", "10"))).Status);

        var hers = answer.GetProperty("unblock").GetProperty("id").GetInt32();
        var (_, others) = await PostAsync("Block", Lunch(("Practitioners", "dan-osei")));
        var his = others.GetProperty("unblock").GetProperty("id").GetInt32();
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(practitioner, token, "Unblock", ("Id", $"{his}"), ("Series", "false"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(practitioner, token, "Unblock", ("Id", $"{hers}"), ("Series", "false"))).Status);
        Assert.Equal(1, await StandingAsync());
    }

    [Fact]
    public async Task A_practitioner_is_told_who_is_in_the_way_and_not_led_to_the_page_that_only_reception_has()
    {
        await BookAsync("Lunch Len", new(11, 15));
        var amy = await Clinic.EmployAsync("Amy Patel", StaffRole.Practitioner, "amy-patel");
        using var practitioner = (await Clinic.SignInAsync(amy)).Visitor;

        var (status, answer) = await PostAsync(
            practitioner, Token(await practitioner.OpenAsync("/staff/account")), "Block", Lunch(("From", $"{Iso(Day)}T11:45")));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("taken", answer.GetProperty("kind").GetString());
        Assert.False(answer.TryGetProperty("leave", out _));
        Assert.Equal(
            $"There are appointments in the way: Lunch Len ({Day.ToDateTime(new(11, 15)).Said()}).", answer.GetProperty("refusal").GetString());
    }

    [Fact]
    public async Task A_form_that_is_sent_again_because_its_answer_was_lost_blocks_once()
    {
        var key = ("Key", $"{Guid.NewGuid()}");

        Assert.Equal(HttpStatusCode.OK, (await PostAsync("Block", Lunch(key))).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("Block", Lunch(key))).Status);

        Assert.Equal(1, await StandingAsync());
    }

    [Fact]
    public async Task What_was_removed_is_put_back_whole_and_says_who_has_come_into_it()
    {
        var (_, made) = await PostAsync("Block", Lunch(("From", $"{Iso(Day)}T11:45"), ("Repeat", "daily"), ("Times", "3")));
        var id = made.GetProperty("unblock").GetProperty("id").GetInt32();
        var (_, removed) = await PostAsync("Unblock", ("Id", $"{id}"), ("Series", "true"));
        await BookAsync("Quick Quin", new(11, 15));

        var (status, back) = await PostAsync("PutBack", ("Id", $"{removed.GetProperty("removed").GetInt32()}"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Blocked again. 1 appointment stands in the middle of it", back.GetProperty("done").GetString());
        Assert.Equal(3, await StandingAsync());
        Assert.Empty(await FaultsAsync());
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync("PutBack", ("Id", $"{id}"))).Status);
    }

    [Fact]
    public async Task Everybody_again_and_again_leads_to_the_same_on_the_page_for_leave()
    {
        await BookAsync("Lunch Lee", new(11, 15));

        var (_, answer) = await PostAsync("Block", Lunch(("From", $"{Iso(Day)}T11:45"), ("Practitioners", "all"), ("Repeat", "weekly"), ("Times", "4")));

        var plan = await Desk.OpenAsync(answer.GetProperty("leave").GetString()!);
        Assert.Contains("Ella Frost", plan.Text, StringComparison.Ordinal);
        Assert.Contains("each week, 4 times", plan.Text, StringComparison.Ordinal);
    }

    private (string, string)[] Lunch(params (string Name, string Value)[] other) =>
    [
        .. new[]
        {
            ("Practitioners", "amy-patel"), ("From", $"{Iso(Day)}T12:00"), ("Until", $"{Iso(Day)}T12:30"), ("Reason", "Lunch"),
        }.Where(field => !other.Any(one => one.Name == field.Item1)),
        .. other,
    ];

    private async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(string handler, params (string, string)[] fields) =>
        await PostAsync(Desk, Token(await Desk.OpenAsync("/staff/leave")), handler, fields);

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(
        Visitor visitor, string token, string handler, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/staff/diary/block?handler={handler}")
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
            Headers = { { "RequestVerificationToken", token } },
        };
        using var answer = await visitor.Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType == "application/json"
            ? JsonDocument.Parse(text).RootElement
            : default);
    }

    private static string Token(Page page) =>
        page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private Task<int> StandingAsync()
    {
        var (from, until) = (Day.ToDateTime(TimeOnly.MinValue), Day.AddDays(5).ToDateTime(TimeOnly.MinValue));
        return Clinic.RememberAsync(context => context.Blocks.CountAsync(b => b.RemovedAt == null && b.From >= from && b.From < until));
    }
}
