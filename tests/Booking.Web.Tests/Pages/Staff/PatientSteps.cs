using System.Net.Http.Json;
using System.Security.Cryptography;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Booking.Web.Tests;

/// <summary>What reception does with patients, one step a method.</summary>
internal static class PatientSteps
{
    public static Patients Patients(this StaffedClinic clinic) => clinic.Services.GetRequiredService<Patients>();

    public static ContactDetails Details(
        string name, string telephone = "07700 900123", string? email = null, string? born = null, string? notes = null) => new(
        PersonName.Parse(name), Telephone.Parse(telephone), email, BirthDate.TryParse(born, out var date) ? date : null, notes);

    public static Task<Patient> AddAsync(this StaffedClinic clinic, ContactDetails details) =>
        clinic.Patients().AddAsync(details, "the tests", default);

    public static async Task<Patient> PatientAsync(this StaffedClinic clinic, int id) =>
        (await clinic.Patients().ReadAsync(id, default))!;

    /// <summary>Books a sports injury with this practitioner as the site does for whoever types this name and number.</summary>
    public static async Task<(Appointment? Booked, Refusal? Refusal)> BookAsync(
        this StaffedClinic clinic, string with, DateTime at, string name, string mobile)
    {
        var diary = clinic.Services.GetRequiredService<Diary>();
        var setUp = await diary.ClinicAsync(default);
        var wish = new HoldWish(
            setUp.Treatment("sports-injury")!,
            setUp.Practitioner(with)!,
            AnyoneWillDo: false,
            DateOnly.FromDateTime(at),
            TimeOnly.FromDateTime(at),
            RandomNumberGenerator.GetBytes(Reference.HashBytes),
            RedFlagVersion: null,
            SeenBefore: false);
        var (held, refusal) = await diary.HoldAsync(wish, default);
        refusal ??= (await diary.BookAsync(
            held, new PatientDetails(PersonName.Parse(name), Telephone.Parse(mobile), null), default)).Refusal;
        return (refusal is null ? (await diary.LinkAsync(held, default))!.Appointment : null, refusal);
    }

    public static async Task<Page> FindAsync(this Visitor desk, string typed) =>
        await desk.PressAsync(await desk.OpenAsync("/staff/patients"), "Find", ("Find a patient", typed));

    /// <summary>The names of those who were found, in their order.</summary>
    public static List<string> Found(this Page page) =>
        [.. page.Document.QuerySelectorAll(".found .visit > b").Select(line => line.TextContent.Trim())];

    /// <summary>Asks as the diary's panel does: with the token of a page, in a header.</summary>
    public static async Task<HttpResponseMessage> AskAsync(
        this Visitor desk, string address, string? token, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Add("RequestVerificationToken", token);
        return await desk.Client.SendAsync(request);
    }

    public static async Task<List<PatientLine>> LinesAsync(
        this Visitor desk, string address, params (string Name, string Value)[] fields)
    {
        var page = await desk.OpenAsync("/staff/patients");
        var token = page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value");
        using var answer = await desk.AskAsync(address, token, fields);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<List<PatientLine>>())!;
    }

    /// <summary>What claims the diary has for this patient, by their owner's appointment.</summary>
    public static Task<List<int>> ClaimedAsync(this StaffedClinic clinic, int patient)
    {
        var resource = Resource.Patient(patient).Key;
        return clinic.RememberAsync(context => context.DiaryClaims.Where(claim => claim.Resource == resource)
            .Select(claim => (int)(claim.Owner & 0xffffffff)).Distinct().OrderBy(id => id).ToListAsync());
    }
}
