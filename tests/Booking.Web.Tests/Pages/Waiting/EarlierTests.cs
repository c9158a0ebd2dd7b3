using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Who keeps an appointment until something earlier comes free has one or the other, never both and never neither.</summary>
public sealed class EarlierTests(WaitingClinic clinic) : WaitingTests(clinic)
{
    [Fact]
    public async Task Yes_to_an_earlier_time_swaps_the_appointment_and_one_text_tells_of_it()
    {
        using var jo = Clinic.Visit();
        var booked = await jo.BookAsync(WaitingClinic.Thursday, "cara-lowe");
        await Clinic.GoRoundAsync();
        Clinic.NewTexts();

        var joined = await jo.AskForEarlierAsync(booked);
        Assert.Contains("You keep your appointment on Thursday 26 November at 9:00am", joined.Text, StringComparison.Ordinal);
        Assert.Equal(1, await Clinic.GoRoundAsync());
        var offer = await jo.OpenAsync(WaitingClinic.LinkIn(Assert.Single(Clinic.NewTexts())));
        Assert.Contains("It takes the place of your appointment on Thursday 26 November at 9:00am", offer.Text, StringComparison.Ordinal);
        await jo.PressAsync(offer, "Yes, book it for me");

        await Clinic.GoRoundAsync();
        Assert.Contains("It is now Tuesday 24 November at 9:00am", Assert.Single(Clinic.NewTexts()).Body, StringComparison.Ordinal);
        var only = await Clinic.LookAsync(context => context.Appointments.Include(a => a.History).SingleAsync());
        Assert.Equal(("2026-11-24", "patient"), ($"{only.Date:yyyy-MM-dd}", only.History[^1].Who));
        Assert.Contains("2026-11-26T09:00 cara-lowe", (await jo.TimesAsync("sports-injury", "cara-lowe")).Offered());
        Assert.NotNull((await Clinic.PlaceOfAsync("Jo Bloggs")).EndedAt);
        Assert.Empty(await Clinic.FaultsAsync());
    }

    [Fact]
    public async Task When_another_was_quicker_the_old_appointment_is_untouched()
    {
        using var jo = Clinic.Visit();
        using var ann = Clinic.Visit();
        var booked = await jo.BookAsync(WaitingClinic.Thursday, "cara-lowe");
        await jo.AskForEarlierAsync(booked);
        await ann.JoinAsync("Ann Other", "07700 900456", wishes: [(WaitingClinic.Cara, ""), (nameof(DayOfWeek.Tuesday), "")]);
        await Clinic.GoRoundAsync();
        var texts = Clinic.NewTexts().Where(text => text.Body.Contains("has come free", StringComparison.Ordinal)).ToList();
        var offer = await jo.OpenAsync(WaitingClinic.LinkIn(texts.Single(text => text.To == "+447700900123")));
        var before = await VisitAsync();

        await ann.SayYesAsync(WaitingClinic.LinkIn(texts.Single(text => text.To == "+447700900456")));
        var late = await jo.PressAsync(offer, "Yes, book it for me");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal(before, await VisitAsync());
        Assert.Empty(await Clinic.FaultsAsync());

        Task<string> VisitAsync() => Clinic.LookAsync(context => context.Appointments.Where(a => a.BookedAs == "Jo Bloggs")
            .Select(a => $"{a.Date} {a.Start} {a.Version} {a.Status}").SingleAsync());
    }

    [Fact]
    public async Task Who_has_cancelled_the_appointment_meanwhile_does_not_swap_what_is_gone()
    {
        using var jo = Clinic.Visit();
        var booked = await jo.BookAsync(WaitingClinic.Thursday, "cara-lowe");
        await jo.AskForEarlierAsync(booked);
        await Clinic.GoRoundAsync();
        var offer = await jo.OpenAsync(WaitingClinic.LinkIn(OfferTo("+447700900123")));
        var visit = await Clinic.LookAsync(context => context.Appointments.SingleAsync());
        await Clinic.Services.GetRequiredService<Desk>().CancelAsync(new Seen(visit.Id, visit.Version), "Rang", "Rita Desk", default);

        var late = await jo.PressAsync(offer, "Yes, book it for me");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal(AppointmentStatus.Cancelled, await Clinic.LookAsync(context => context.Appointments.Select(a => a.Status).SingleAsync()));
        await Clinic.GoRoundAsync();
        Assert.NotNull((await Clinic.PlaceOfAsync("Jo Bloggs")).EndedAt);
        Assert.Empty(await Clinic.FaultsAsync());
    }

    [Fact]
    public async Task A_time_that_is_later_than_the_appointment_is_not_offered()
    {
        using var jo = Clinic.Visit();
        var booked = await jo.BookAsync(WaitingClinic.Wednesday, "cara-lowe");
        await jo.AskForEarlierAsync(booked, (WaitingClinic.Cara, ""), (nameof(DayOfWeek.Thursday), ""));

        Assert.Equal(0, await Clinic.GoRoundAsync());
    }

    [Fact]
    public async Task Only_whoever_has_opened_the_appointment_can_ask()
    {
        using var jo = Clinic.Visit();
        using var friend = Clinic.Visit();
        var booked = await jo.BookAsync(WaitingClinic.Thursday, "cara-lowe");

        var page = await friend.OpenAsync($"{booked.Address.AbsolutePath}/earlier");

        Assert.Contains("Hello Jo", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("waiting list", page.Text, StringComparison.Ordinal);
    }

    private SentText OfferTo(string number) =>
        Clinic.NewTexts().Single(text => text.To == number && text.Body.Contains("has come free", StringComparison.Ordinal));
}
