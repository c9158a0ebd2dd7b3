using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>What the page of a place does not show, and how often somebody may guess at what is behind it.</summary>
public sealed class PlaceSecretsTests(WaitingClinic clinic) : WaitingTests(clinic)
{
    [Fact]
    public async Task After_yes_to_one_of_the_signs_no_time_is_shown_but_the_list_can_be_left()
    {
        using var jo = Clinic.Visit();
        var link = await OfferAsync(jo);
        var before = await jo.OpenAsync(link);
        await SayYesToASignAsync(jo);

        var after = await jo.OpenAsync(link);
        var saved = await jo.PressAsync(before, "Save", ("Friday", ""));
        Assert.Equal("/book/emergency", after.Address.AbsolutePath);
        Assert.Equal("/book/emergency", saved.Address.AbsolutePath);
        Assert.DoesNotContain("9:00am", after.Text, StringComparison.Ordinal);
        Assert.Empty((await Clinic.PlaceOfAsync("Jo Bloggs")).Days);

        var left = await jo.PressAsync(before, "Yes, take me off the list");
        Assert.Equal("/book/emergency", left.Address.AbsolutePath);
        Assert.False((await Clinic.PlaceOfAsync("Jo Bloggs")).IsWaiting);
    }

    [Fact]
    public async Task What_they_have_booked_from_the_list_they_see_all_the_same()
    {
        using var jo = Clinic.Visit();
        var link = await OfferAsync(jo);
        await jo.SayYesAsync(link);
        await SayYesToASignAsync(jo);

        Assert.Contains("You are booked", (await jo.OpenAsync(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_often_the_appointment_is_asked_for_its_last_four_digits_can_be_guessed_at_five_times()
    {
        using var jo = Clinic.Visit();
        using var friend = Clinic.Visit();
        var link = await OfferAsync(jo);
        await jo.SayYesAsync(link);
        var before = await Clinic.LookAsync(context => context.AppointmentLinks.CountAsync());

        Page page;
        var addresses = new HashSet<string>();
        for (var guess = 0; guess < AppointmentLink.MostTries; guess++)
        {
            page = await friend.PressAsync(await friend.OpenAsync(link), "See, move or cancel it");
            addresses.Add(page.Address.AbsolutePath);
            Assert.Equal(HttpStatusCode.BadRequest, (await friend.PressAsync(page, "Show my appointment", ("LastFour", $"000{guess}"))).Status);
        }

        page = await friend.PressAsync(await friend.OpenAsync(link), "See, move or cancel it");
        Assert.Single(addresses);
        Assert.Equal(before + 1, await Clinic.LookAsync(context => context.AppointmentLinks.CountAsync()));
        Assert.Null(page.Document.QuerySelector("[name=LastFour]"));
    }

    private static async Task SayYesToASignAsync(Visitor patient) => await patient.PressAsync(
        await patient.OpenAsync("/book/sciatica-first-visit/check"), "Continue", ("Yes, one or more", "Yes"));

    // Jo joins, and is offered Tuesday.
    private async Task<string> OfferAsync(Visitor jo)
    {
        await jo.JoinAsync();
        await Clinic.FreeAsync();
        await Clinic.GoRoundAsync();
        return WaitingClinic.LinkIn(Assert.Single(Clinic.NewTexts()));
    }
}
