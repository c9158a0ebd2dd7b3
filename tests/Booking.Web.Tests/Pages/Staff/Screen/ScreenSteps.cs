using System.Net;
using System.Text.Json;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>What the diary's screen does behind the scenes: it reads, and posts changes with its token.</summary>
internal static class ScreenSteps
{
    public static Task<JsonElement> DiaryAsync(this Visitor desk, string query) => desk.JsonAsync($"/staff/diary/data?{query}");

    public static async Task<JsonElement> JsonAsync(this Visitor desk, string address)
    {
        using var answer = await desk.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await ReadAsync(answer);
    }

    /// <summary>The token that the screen's page carries.</summary>
    public static async Task<string> TokenAsync(this Visitor desk) =>
        (await desk.OpenAsync("/staff/diary/2026-11-24")).Document.QuerySelector("#diary")!.GetAttribute("data-token")!;

    public static async Task<(HttpStatusCode Status, JsonElement Answer)> ChangeAsync(
        this Visitor desk, string handler, params (string Name, string? Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/staff/diary/change?handler={handler}");
        request.Headers.Add("RequestVerificationToken", await desk.TokenAsync());
        using var content = new FormUrlEncodedContent(
            fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value!)));
        request.Content = content;
        using var answer = await desk.Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.StartsWith('{') ? JsonSerializer.Deserialize<JsonElement>(text) : default);
    }

    public static string? Text(this JsonElement element, string property) => element.GetProperty(property).GetString();

    public static JsonElement Appointment(this JsonElement data, int id) =>
        data.GetProperty("appointments").EnumerateArray().Single(a => a.GetProperty("id").GetInt32() == id);

    public static IEnumerable<int> Ids(this JsonElement data) =>
        data.GetProperty("appointments").EnumerateArray().Select(a => a.GetProperty("id").GetInt32());

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) =>
        JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
}
