using System.Net;
using System.Text.Json;
using Booking.Data;
using Microsoft.AspNetCore.Identity;

namespace Booking.Web.Tests;

/// <summary>What the diary's screen sends and reads while somebody is on the telephone.</summary>
internal static class Phone
{
    private static readonly string Hash = new PasswordHasher<StaffMember>().HashPassword(null!, StaffedClinic.Password);

    public static async Task<(HttpStatusCode Status, JsonElement Answer)> BookByPhoneAsync(
        this Visitor desk, params (string Name, string Value)[] fields)
    {
        var page = await desk.OpenAsync("/staff/account");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/staff/diary/book")
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Add("RequestVerificationToken", page.Document.QuerySelector("[name=__RequestVerificationToken]")?.GetAttribute("value"));
        using var answer = await desk.Client.SendAsync(request);
        return (answer.StatusCode, await ReadAsync(answer));
    }

    public static async Task<JsonElement> AskAsync(this Visitor desk, string address)
    {
        using var answer = await desk.Client.GetAsync(new Uri(address, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return await ReadAsync(answer);
    }

    /// <summary>Somebody with the password that all have here.</summary>
    public static StaffMember Employee(StaffRole role)
    {
        var member = StaffMember.New("Robin Desk", $"{Guid.NewGuid():N}@clinic.example", role);
        member.PasswordHash = Hash;
        return member;
    }

    /// <summary>A receptionist of the clinic of the examples, signed in.</summary>
    public static async Task<Visitor> SignInAsync(this TestClinic clinic)
    {
        var member = Employee(StaffRole.Receptionist);
        await clinic.ChangeAsync(context =>
        {
            context.Add(member);
            return Task.CompletedTask;
        });
        var visitor = clinic.Visit();
        await StaffedClinic.SignInAsync(visitor, member.Email!, StaffedClinic.Password);
        return visitor;
    }

    /// <summary>A call that is well filled in: a sports injury with Amy Patel, for whoever the other fields name.</summary>
    public static (string Name, string Value)[] Call(string start, params (string Name, string Value)[] others) =>
    [
        ("Treatment", "sports-injury"),
        ("Practitioner", "amy-patel"),
        ("Start", start),
        .. others,
    ];

    public static (string Name, string Value)[] Newcomer(string name, string telephone = "07700 900123") =>
        [("Name", name), ("Telephone", telephone)];

    public static Seen Booked(this JsonElement answer) => new(
        answer.GetProperty("undo")[0].GetProperty("id").GetInt32(), answer.GetProperty("undo")[0].GetProperty("version").GetInt32());

    public static string Words(this JsonElement answer, string name) => answer.GetProperty(name).GetString()!;

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return text.StartsWith('{') || text.StartsWith('[') ? JsonDocument.Parse(text).RootElement : default;
    }
}
