using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>A machine is told the same free times as a person.</summary>
public sealed class AvailabilityTests(TestClinic clinic) : ClinicTests(clinic)
{
    [Fact]
    public async Task The_free_times_come_day_by_day_in_clinic_time()
    {
        var (status, answer) = await AskAsync("treatment=sports-injury&from=2026-11-28&days=3&practitioner=aisha-khan");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["timeZone", "treatment", "days"], answer.AsObject().Select(property => property.Key));
        Assert.Equal(("Europe/London", "sports-injury"), ((string)answer["timeZone"]!, (string)answer["treatment"]!));
        Assert.Equal(["2026-11-28", "2026-11-29", "2026-11-30"], answer["days"]!.AsArray().Select(day => (string)day!["date"]!));
        Assert.Equal(
            """{"start":"08:00","end":"08:45","practitioner":"aisha-khan"}""",
            answer["days"]![0]!["times"]![0]!.ToJsonString());
        Assert.Empty(answer["days"]![1]!["times"]!.AsArray());
    }

    [Theory]
    [InlineData("sports-injury", "")]
    [InlineData("sports-injury", "ben-howard")]
    [InlineData("acupuncture", "ben-howard")]
    [InlineData("sciatica-first-visit", "")]
    public async Task The_page_shows_the_same_times(string treatment, string with)
    {
        using var jo = Clinic.Visit();
        using var al = Clinic.Visit();
        await jo.BookAsync("2026-11-24 09:00", "ben-howard");
        var page = await al.TimesAsync(treatment, with, "2026-11-24");

        var (_, answer) = await AskAsync(
            $"treatment={treatment}&from=2026-11-24&days=7{(with.Length == 0 ? "" : $"&practitioner={with}")}");

        Assert.Equal(page.Offered(), answer["days"]!.AsArray().SelectMany(day => day!["times"]!.AsArray()
            .Select(time => $"{day["date"]}T{time!["start"]} {time["practitioner"]}")));
    }

    [Fact]
    public async Task Without_a_number_of_days_it_is_a_fortnight_and_92_are_the_most()
    {
        Assert.Equal(14, (await AskAsync("treatment=sports-injury&from=2026-11-24")).Answer["days"]!.AsArray().Count);
        Assert.Equal(92, (await AskAsync("treatment=sports-injury&from=2026-11-24&days=92")).Answer["days"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("treatment=acupuncture&from=2026-11-24&practitioner=aisha-khan")] // does not give it
    [InlineData("treatment=sports-injury&from=2025-11-24")]
    [InlineData("treatment=sports-injury&from=2027-11-24")]
    [InlineData("treatment=sports-injury&from=0001-01-01")]
    [InlineData("treatment=sports-injury&from=9999-01-01")]
    public async Task Where_nothing_can_be_booked_the_days_are_empty(string query)
    {
        var (status, answer) = await AskAsync(query);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.All(answer["days"]!.AsArray(), day => Assert.Empty(day!["times"]!.AsArray()));
    }

    [Theory]
    [InlineData("from=2026-11-24", "treatment")]
    [InlineData("treatment=&from=2026-11-24", "treatment")]
    [InlineData("treatment=no-such&from=2026-11-24", "treatment")]
    [InlineData("treatment=sports-by-phone&from=2026-11-24", "treatment")]
    [InlineData("treatment=sports-injury&from=2026-11-24&practitioner=nobody", "practitioner")]
    [InlineData("treatment=sports-injury&from=2026-11-24&practitioner=", "practitioner")]
    [InlineData("treatment=sports-injury", "from")]
    [InlineData("treatment=sports-injury&from=24/11/2026", "from")]
    [InlineData("treatment=sports-injury&from=2026-02-30", "from")]
    [InlineData("treatment=sports-injury&from=2026-11-24T09:00", "from")]
    [InlineData("treatment=sports-injury&from=9999-12-31", "from")]
    [InlineData("treatment=sports-injury&from=2026-11-24&days=0", "days")]
    [InlineData("treatment=sports-injury&from=2026-11-24&days=93", "days")]
    [InlineData("treatment=sports-injury&from=2026-11-24&days=-1", "days")]
    [InlineData("treatment=sports-injury&from=2026-11-24&days=many", "days")]
    [InlineData("treatment=sports-injury&from=2026-11-24&days=99999999999", "days")]
    [InlineData("treatment=sports-injury&from=2026-11-24&days=", "days")]
    public async Task What_was_asked_badly_is_told_field_by_field(string query, string field)
    {
        var (status, answer) = await AskAsync(query);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(400, (int)answer["status"]!);
        Assert.Equal(field, Assert.Single(answer["errors"]!.AsObject()).Key);
    }

    [Fact]
    public async Task Everything_that_was_asked_badly_is_told_at_once()
    {
        var (_, answer) = await AskAsync("treatment=x&practitioner=y&from=z&days=0");

        Assert.Equal(["from", "days", "treatment", "practitioner"], answer["errors"]!.AsObject().Select(error => error.Key));
    }

    [Fact]
    public async Task The_document_of_the_api_describes_it()
    {
        using var machine = Clinic.Visit();

        var document = JsonNode.Parse(await machine.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;

        var get = document["paths"]!["/api/availability"]!["get"]!;
        Assert.Equal(
            ["treatment", "from", "practitioner", "days"],
            get["parameters"]!.AsArray().Select(parameter => (string)parameter!["name"]!));
        Assert.Equal(
            ["treatment", "from"],
            get["parameters"]!.AsArray().Where(parameter => (bool?)parameter!["required"] == true).Select(parameter => (string)parameter!["name"]!));
        var days = get["parameters"]!.AsArray().Single(parameter => (string)parameter!["name"]! == "days")!["schema"]!;
        Assert.Equal(("integer", 1, 92), ((string)days["type"]!, (int)days["minimum"]!, (int)days["maximum"]!));
        Assert.NotNull(get["responses"]!["200"]);
        Assert.NotNull(get["responses"]!["400"]);
    }

    private async Task<(HttpStatusCode Status, JsonNode Answer)> AskAsync(string query)
    {
        using var machine = Clinic.Visit();
        using var answer = await machine.Client.GetAsync(new Uri($"/api/availability?{query}", UriKind.Relative));
        Assert.Equal(
            answer.IsSuccessStatusCode ? "application/json" : "application/problem+json",
            answer.Content.Headers.ContentType!.MediaType);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}
