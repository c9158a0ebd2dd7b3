using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Times that come free though nobody gives them back are put to those who wait, too.</summary>
public sealed class FreedDaysTests(WaitingClinic clinic) : WaitingTests(clinic)
{
    private static readonly DateOnly Tuesday = new(2026, 11, 24);

    [Fact]
    public async Task A_day_that_is_no_longer_closed_is_offered_to_those_who_were_waiting_and_to_nobody_who_was_shown_it()
    {
        var settings = Clinic.Services.GetRequiredService<Settings>();
        var shut = new Closure { FirstDay = Tuesday, LastDay = Tuesday, Reason = "Burst pipe" };
        Assert.Equal((null, null), await settings.CloseAsync(shut, allTheSame: false, "Robin Boss", default));
        var id = await Clinic.LookAsync(context => context.Closures.Where(closure => closure.FirstDay == Tuesday).Select(closure => closure.Id).SingleAsync());
        await JoinAsync("Jo Bloggs", "07700 900123", nameof(DayOfWeek.Tuesday));
        Assert.Equal(0, await Clinic.GoRoundAsync());
        Clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        await settings.OpenAsync(id, "Robin Boss", default);
        await JoinAsync("Ann Other", "07700 900456", nameof(DayOfWeek.Tuesday));

        Assert.Equal(1, await Clinic.GoRoundAsync());

        var offer = Assert.Single(Clinic.NewTexts());
        Assert.Equal("+447700900123", offer.To);
        Assert.Contains("Tuesday 24 November at 9:00am has come free", offer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_times_of_an_extra_session_are_offered_once_reception_says_so()
    {
        using var desk = await Clinic.SignInAsync();
        await JoinAsync("Jo Bloggs", "07700 900123", nameof(DayOfWeek.Monday));
        Clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        await Clinic.ChangeAsync(async context => (await context.Practitioners.Include(p => p.Changes).SingleAsync(p => p.Slug == "cara-lowe"))
            .Changes.Add(new DayChange { Date = new(2026, 11, 30), Start = new(14, 0), End = new(14, 45) }));
        Assert.Equal(0, await Clinic.GoRoundAsync());

        var page = await OfferAsync(desk, "2026-11-30");

        Assert.Contains("What is free on Monday 30 November is offered from now on", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await Clinic.GoRoundAsync());
        Assert.Contains("Monday 30 November at 2:00pm has come free", Assert.Single(Clinic.NewTexts()).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Enter a day, like 23 11 2026")]
    [InlineData("soon", "Enter a day, like 23 11 2026")]
    [InlineData("2026-11-22", "That day has passed")]
    [InlineData("2027-11-22", "That day is too far ahead to be booked online")]
    public async Task A_day_that_cannot_be_is_said_beside_its_field_and_stays(string day, string says)
    {
        using var desk = await Clinic.SignInAsync();

        var page = await OfferAsync(desk, day);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(says, page.Document.QuerySelector(".field .error")!.TextContent);
        Assert.Equal(day, page.Typed("Day") ?? "");
        Assert.Equal(0, await Clinic.LookAsync(context => context.FreedDays.CountAsync()));
    }

    private static async Task<Page> OfferAsync(Visitor desk, string day) =>
        await desk.PressAsync(await desk.OpenAsync("/staff/waiting"), "Offer what is free on this day", ("Day", day));

    private async Task JoinAsync(string name, string mobile, string day)
    {
        using var patient = Clinic.Visit();
        var page = await patient.JoinAsync(name, mobile, wishes: [(WaitingClinic.Cara, ""), (day, "")]);
        Assert.Contains("You are on the waiting list", page.Text, StringComparison.Ordinal);
    }
}
