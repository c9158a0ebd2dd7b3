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

        var joined = await jo.AskForEarlierAsync(Clinic, booked);
        Assert.Contains("You keep your appointment on Thursday 26 November at 9:00am", joined.Text, StringComparison.Ordinal);
        await Clinic.FreeAsync();
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
        await jo.AskForEarlierAsync(Clinic, booked);
        await ann.JoinAsync("Ann Other", "07700 900456", wishes: [(WaitingClinic.Cara, ""), (nameof(DayOfWeek.Tuesday), "")]);
        await Clinic.FreeAsync();
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
        await jo.AskForEarlierAsync(Clinic, booked);
        await Clinic.FreeAsync();
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
        await jo.AskForEarlierAsync(Clinic, booked, (WaitingClinic.Cara, ""), (nameof(DayOfWeek.Thursday), ""));
        await Clinic.FreeAsync();

        Assert.Equal(0, await Clinic.GoRoundAsync());
    }

    [Theory]
    [InlineData("2026-11-22", "Enter a first day that is today or later")]
    [InlineData("2026-11-27", "Enter a first day before your appointment on Thursday 26 November")]
    [InlineData("next week", "Enter a first day, like 23 11 2026")]
    public async Task A_first_day_that_cannot_be_is_said_beside_its_field_and_stays(string from, string says)
    {
        using var jo = Clinic.Visit();
        var booked = await jo.BookAsync(WaitingClinic.Thursday, "cara-lowe");

        var page = await jo.AskForEarlierAsync(Clinic, booked, (WaitingClinic.Cara, ""), ("From (optional)", from));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(says, page.Document.QuerySelector(".field .error")!.TextContent);
        Assert.Equal(from, page.Typed("Wishes.From"));
        Assert.Equal(0, await Clinic.LookAsync(context => context.WaitingEntries.CountAsync()));
    }

    [Fact]
    public async Task An_earlier_time_that_is_free_now_is_shown_and_leads_to_the_page_where_it_is_taken()
    {
        using var jo = Clinic.Visit();
        var booked = await jo.BookAsync(WaitingClinic.Wednesday, "cara-lowe");
        var form = await jo.FollowAsync(await jo.ComeBackAsync(Clinic, booked), "Tell me if something earlier comes free");

        var page = await jo.PressAsync(form, "Join the waiting list", (WaitingClinic.Cara, ""));

        Assert.Contains("Free now: you need not wait for this time.", page.Text, StringComparison.Ordinal);
        var move = await jo.FollowAsync(page, "Tuesday 24 November at 9:00am with Cara");
        Assert.Contains("2026-11-24T09:00 cara-lowe", move.Offered());
    }

    [Fact]
    public async Task Only_whoever_has_opened_the_appointment_can_ask()
    {
        using var jo = Clinic.Visit();
        using var friend = Clinic.Visit();
        var booked = await jo.BookAsync(WaitingClinic.Thursday, "cara-lowe");

        var page = await friend.OpenAsync($"{booked.Address.AbsolutePath}/earlier");
        var typed = await jo.OpenAsync($"{booked.Address.AbsolutePath}/earlier"); // a name and a number, as anybody could

        Assert.Contains("Hello Jo", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("waiting list", page.Text, StringComparison.Ordinal);
        Assert.Equal(booked.Address.AbsolutePath, typed.Address.AbsolutePath);
        Assert.DoesNotContain("Tell me if something earlier", typed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_telephone_that_has_its_fill_of_links_gets_no_further_place_but_keeps_what_it_has()
    {
        using var jo = Clinic.Visit();
        var booked = await jo.BookAsync(WaitingClinic.Thursday, "cara-lowe");
        foreach (var name in new[] { "Ann One", "Bob Two", "Cat Three" })
        {
            await jo.JoinAsync(name, wishes: [("Sunday", "")]);
        }

        var refused = await jo.AskForEarlierAsync(Clinic, booked);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("We cannot put more on the waiting list for that number.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(3, await Clinic.LookAsync(context => context.WaitingEntries.CountAsync()));
        Clinic.WindTo("2026-11-24 10:01");
        Assert.Contains("You keep your appointment", (await jo.AskForEarlierAsync(Clinic, booked)).Text, StringComparison.Ordinal);
        await jo.JoinAsync("Ann One", wishes: [("Sunday", "")]);
        await jo.JoinAsync("Bob Two", wishes: [("Sunday", "")]);
        var changed = await jo.AskForEarlierAsync(Clinic, booked, (nameof(DayOfWeek.Monday), ""));
        Assert.Contains("With anyone, Monday, at any time", changed.Text, StringComparison.Ordinal); // three links have gone: it is no new place
    }

    [Fact]
    public async Task Half_an_hour_after_they_opened_it_they_give_the_digits_again_and_are_led_on()
    {
        using var jo = Clinic.Visit();
        var booked = await jo.ComeBackAsync(Clinic, await jo.BookAsync(WaitingClinic.Thursday, "cara-lowe"));
        var page = await jo.FollowAsync(booked, "Tell me if something earlier comes free");

        Clinic.Clock.Advance(TimeSpan.FromHours(1));
        var asked = await jo.OpenAsync(page.Address.AbsolutePath);
        var again = await jo.PressAsync(asked, "Show my appointment", ("LastFour", "0123"));

        Assert.Contains("Nothing has been changed", asked.Text, StringComparison.Ordinal);
        Assert.Equal(page.Address.AbsolutePath, again.Address.AbsolutePath);
    }

    private SentText OfferTo(string number) =>
        Clinic.NewTexts().Single(text => text.To == number && text.Body.Contains("has come free", StringComparison.Ordinal));
}
