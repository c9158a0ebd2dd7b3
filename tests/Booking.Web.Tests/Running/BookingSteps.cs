using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>What a patient does on the way to an appointment, one step a method.</summary>
internal static class BookingSteps
{
    public const string Mobile = "07700 900123";

    /// <summary>The page of times, past the safety questions where there are any.</summary>
    public static async Task<Page> TimesAsync(this Visitor patient, string treatment, string with = "", string from = "")
    {
        var address = $"/book/{treatment}?with={with}&from={from}";
        var page = await patient.OpenAsync(address);
        if (!page.Address.AbsolutePath.EndsWith("/check", StringComparison.Ordinal))
        {
            return page;
        }

        await patient.PressAsync(page, "Continue", ("None of these", "None"));
        return await patient.OpenAsync(address);
    }

    /// <summary>Holds a time ("2026-11-24 09:00") and comes to the page for the details.</summary>
    public static async Task<Page> HoldAsync(this Visitor patient, string wall, string with, string treatment = "sports-injury")
    {
        var times = await patient.TimesAsync(treatment, with, wall[..10]);
        var details = await patient.PressAsync(times, ButtonOf(wall, with));
        Assert.StartsWith("/book/details/", details.Address.AbsolutePath, StringComparison.Ordinal);
        return details;
    }

    public static Task<Page> ConfirmAsync(
        this Visitor patient, Page details, string name = "Jo Bloggs", string mobile = Mobile, string email = "") =>
        patient.PressAsync(
            details,
            "Book this appointment",
            ("Full name", name), ("Mobile number", mobile), ("Email (optional)", email));

    /// <summary>Books, and comes to the page of the appointment.</summary>
    public static async Task<Page> BookAsync(
        this Visitor patient,
        string wall,
        string with = "aisha-khan",
        string treatment = "sports-injury",
        string name = "Jo Bloggs",
        string mobile = Mobile)
    {
        var details = await patient.HoldAsync(wall, with, treatment);
        var booked = await patient.ConfirmAsync(details, name, mobile);
        Assert.StartsWith("/appointment/", booked.Address.AbsolutePath, StringComparison.Ordinal);
        return booked;
    }

    /// <summary>Opens the appointment again by a link as texts bring it, and the last four digits.</summary>
    public static async Task<Page> ComeBackAsync(this Visitor patient, TestClinic clinic, Page booked)
    {
        var link = Booking.Reference.From(RandomNumberGenerator.GetBytes(Booking.Reference.Bytes));
        await clinic.LookAsync(async context =>
        {
            var own = Booking.Reference.TryParse(booked.Reference(), out var reference) ? reference.Hash : [];
            var appointment = await context.AppointmentLinks.Where(l => l.Hash == own).Select(l => l.AppointmentId).SingleAsync();
            context.Add(new AppointmentLink { Hash = link.Hash, AppointmentId = appointment, WentOut = true });
            return await context.SaveChangesAsync();
        });
        var page = await patient.OpenAsync($"/appointment/{link.Text}");
        return page.Document.QuerySelector("[name=LastFour]") is null
            ? page
            : await patient.PressAsync(page, "Show my appointment", ("LastFour", Mobile[^4..]));
    }

    /// <summary>The reference in the address of a page.</summary>
    public static string Reference(this Page page) => page.Address.Segments[^1];

    /// <summary>The day and the time of the appointment, large on its page.</summary>
    public static string When(this Page page) =>
        string.Join(' ', page.Document.QuerySelector(".when")!.ChildNodes.Select(node => node.TextContent.Trim()));

    /// <summary>One of the facts about an appointment on its page: who, with whom, what, where.</summary>
    public static string? Fact(this Page page, string what) =>
        page.Document.QuerySelectorAll("dt").FirstOrDefault(term => term.TextContent == what)?.NextElementSibling!.TextContent;

    /// <summary>The starts that the page offers, as their buttons name them.</summary>
    public static List<string> Offered(this Page page) =>
        [.. page.Document.QuerySelectorAll("button.time").Select(button => button.GetAttribute("value")!)];

    /// <summary>What stands in a field of the page.</summary>
    public static string? Typed(this Page page, string field) =>
        page.Document.QuerySelector($"[name='{field}']")?.GetAttribute("value");

    private static string ButtonOf(string wall, string with)
    {
        var start = DateTime.Parse(wall, CultureInfo.InvariantCulture);
        var name = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(with.Split('-')[0]);
        return $"{TimeOnly.FromDateTime(start).Said()} {name} {DateOnly.FromDateTime(start).Said()}";
    }
}
