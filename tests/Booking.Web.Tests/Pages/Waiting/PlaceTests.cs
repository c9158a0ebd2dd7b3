using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The page behind the link of an offer: yes, no, too late, and who looks without being asked.</summary>
public sealed class PlaceTests(WaitingClinic clinic) : WaitingTests(clinic)
{
    [Fact]
    public async Task Yes_books_the_time_and_ends_the_wait()
    {
        using var jo = Clinic.Visit();
        var link = await OfferAsync(jo);

        var offer = await jo.OpenAsync(link);
        Assert.Contains("Jo, this time has come free", offer.Text, StringComparison.Ordinal);
        Assert.Contains("until 10:15am", offer.Text, StringComparison.Ordinal);
        Assert.Equal(["With: Cara Lowe", "What: 45 minutes, £58"], Facts(offer).Take(2));
        Assert.StartsWith("Where: West Hill Physiotherapy, ", Facts(offer)[2], StringComparison.Ordinal);
        Assert.EndsWith("(see map)", Facts(offer)[2], StringComparison.Ordinal);
        Assert.Contains("This time is so soon that the clinic may charge", offer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bloggs", offer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sports injury", offer.Text, StringComparison.Ordinal);
        var page = await jo.PressAsync(offer, "Yes, book it for me");

        Assert.Contains("You are booked", page.Text, StringComparison.Ordinal);
        Assert.Equal("Tuesday 24 November 2026 9:00am", page.When());
        await Clinic.GoRoundAsync();
        Assert.Contains("you are booked for Tuesday 24 November at 9:00am", Assert.Single(Clinic.NewTexts()).Body, StringComparison.Ordinal);
        var booked = await Clinic.LookAsync(context => context.Appointments.Include(a => a.Practitioner).SingleAsync());
        Assert.Equal(("Jo Bloggs", WaitingClinic.Cara, true), (booked.BookedAs, booked.Practitioner.FullName, booked.FirstVisit));
        Assert.NotNull((await Clinic.PlaceOfAsync("Jo Bloggs")).EndedAt);
        Assert.Contains("You are booked", (await jo.PressAsync(offer, "Yes, book it for me")).Text, StringComparison.Ordinal); // Back, and once more
        Assert.Equal(1, await Clinic.LookAsync(context => context.Appointments.CountAsync()));
        Assert.Empty(await Clinic.FaultsAsync());
    }

    [Fact]
    public async Task Whoever_only_looks_changes_nothing()
    {
        using var scanner = Clinic.Visit();
        var link = await OfferAsync(scanner);
        var before = await Clinic.TallyAsync();

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Get })
        {
            foreach (var handler in new[] { "", "?handler=Yes", "?handler=No", "?handler=Leave" })
            {
                using var request = new HttpRequestMessage(method, link + handler);
                using var answer = await scanner.Client.SendAsync(request);
            }
        }

        Assert.Equal(before, await Clinic.TallyAsync());
        Assert.Equal(OfferState.Open, Assert.Single((await Clinic.PlaceOfAsync("Jo Bloggs")).Offers).State);
        Assert.Equal(HttpStatusCode.NotFound, (await scanner.OpenAsync(link[..^1] + (link[^1] == '0' ? '1' : '0'))).Status);
    }

    [Fact]
    public async Task The_first_yes_has_it_and_the_others_stay_on_the_list()
    {
        using var jo = Clinic.Visit();
        using var ann = Clinic.Visit();
        await jo.JoinAsync();
        await ann.JoinAsync("Ann Other", "07700 900456");
        await Clinic.FreeAsync();
        await Clinic.GoRoundAsync();
        var texts = Clinic.NewTexts();
        var (hers, his) = (texts.Single(text => text.To == "+447700900456"), texts.Single(text => text.To == "+447700900123"));
        var open = await jo.OpenAsync(WaitingClinic.LinkIn(his));

        await ann.SayYesAsync(WaitingClinic.LinkIn(hers));
        var late = await jo.PressAsync(open, "Yes, book it for me");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("That time has just gone. You are still on the waiting list.", late.Text, StringComparison.Ordinal);
        Assert.Equal("Ann Other", await Clinic.LookAsync(context => context.Appointments.Select(a => a.BookedAs).SingleAsync()));
        var place = await Clinic.PlaceOfAsync("Jo Bloggs");
        Assert.Equal((null, OfferState.Gone), (place.EndedAt, Assert.Single(place.Offers).State));
        Assert.Equal(1, await Clinic.GoRoundAsync()); // and is asked about Wednesday
        Assert.Empty(await Clinic.FaultsAsync());
    }

    [Fact]
    public async Task A_text_that_has_not_gone_when_another_says_yes_does_not_go()
    {
        using var jo = Clinic.Visit();
        using var ann = Clinic.Visit();
        await jo.JoinAsync();
        await ann.JoinAsync("Ann Other", "07700 900456");
        await Clinic.FreeAsync();
        Clinic.Twilio.For("+447700900123", TwilioAnswer.Throttle);
        await Clinic.GoRoundAsync();

        await ann.SayYesAsync(WaitingClinic.LinkIn(Clinic.NewTexts().Single()));

        Clinic.Twilio.For("+447700900123", TwilioAnswer.Accept);
        Clinic.Clock.Advance(TimeSpan.FromMinutes(5));
        await Clinic.GoRoundAsync();
        Assert.DoesNotContain(Clinic.NewTexts(), text => text.To == "+447700900123" && text.Body.Contains("Tuesday", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_thanks_gives_the_time_to_the_next_at_once()
    {
        await Clinic.ChangeAsync(async context => (await context.Rules.SingleAsync()).OffersAtOnce = 1);
        using var jo = Clinic.Visit();
        using var ann = Clinic.Visit();
        var link = await OfferAsync(jo);
        Clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        await ann.JoinAsync("Ann Other", "07700 900456", wishes: [(WaitingClinic.Cara, ""), (nameof(DayOfWeek.Tuesday), "")]);
        Assert.Equal(0, await Clinic.GoRoundAsync());
        Clinic.Clock.Advance(TimeSpan.FromMinutes(1));

        var page = await jo.PressAsync(await jo.OpenAsync(link), "No thanks");

        Assert.Contains("You said no to this time", page.Text, StringComparison.Ordinal);
        Assert.Contains("You are still on the waiting list: we text you when another time comes free.", page.Text, StringComparison.Ordinal);
        await Clinic.GoRoundAsync();
        Assert.Contains(Clinic.NewTexts(), text => text.To == "+447700900456" && text.Body.Contains("Tuesday", StringComparison.Ordinal));
        Assert.Contains("has just gone", (await jo.PressAsync(page, "Yes, book it for me")).Text, StringComparison.Ordinal); // changed his mind too late
        Assert.Empty(await Clinic.FaultsAsync());
    }

    [Fact]
    public async Task Yes_after_the_time_to_think_books_it_if_it_is_still_free()
    {
        using var jo = Clinic.Visit();
        var link = await OfferAsync(jo);
        Clinic.Clock.Advance(TimeSpan.FromMinutes(20));
        await Clinic.GoRoundAsync();

        var page = await jo.SayYesAsync(link);

        Assert.Contains("You are booked", page.Text, StringComparison.Ordinal);
        Assert.Equal(24, await Clinic.LookAsync(context => context.Appointments.Select(a => a.Date.Day).SingleAsync()));
        Assert.Empty(await Clinic.FaultsAsync()); // what was being offered instead is given back
    }

    [Fact]
    public async Task Yes_after_the_time_to_think_is_told_so_if_another_has_booked_it()
    {
        using var jo = Clinic.Visit();
        using var ann = Clinic.Visit();
        var link = await OfferAsync(jo);
        Clinic.Clock.Advance(TimeSpan.FromMinutes(20));
        await ann.BookAsync(WaitingClinic.Tuesday, "cara-lowe", name: "Ann Other", mobile: "07700 900456");

        var page = await jo.SayYesAsync(link);

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("has just gone. You are still on the waiting list", page.Text, StringComparison.Ordinal);
        Assert.Equal("Ann Other", await Clinic.LookAsync(context => context.Appointments.Select(a => a.BookedAs).SingleAsync()));
    }

    [Fact]
    public async Task Nobody_else_books_the_time_while_it_is_kept()
    {
        using var jo = Clinic.Visit();
        await OfferAsync(jo);
        using var other = Clinic.Visit();
        var times = await other.TimesAsync("sports-injury", "cara-lowe", "2026-11-25");

        Assert.DoesNotContain("2026-11-24T09:00 cara-lowe", (await other.TimesAsync("sports-injury", "cara-lowe")).Offered());
        var refused = await other.ForgeAsync(times, "9:00am Cara", ("At", "2026-11-24T09:00 cara-lowe"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
    }

    [Fact]
    public async Task Whoever_leaves_the_list_is_offered_nothing_more()
    {
        using var jo = Clinic.Visit();
        await jo.JoinAsync();
        await Clinic.FreeAsync();
        await Clinic.GoRoundAsync();
        var offer = await jo.OpenAsync(WaitingClinic.LinkIn(Assert.Single(Clinic.NewTexts())));

        var page = await jo.PressAsync(
            await jo.OpenAsync(WaitingClinic.LinkIn(Clinic.LinksTo("+447700900123").Single())), "Yes, take me off the list");

        Assert.Contains("You are not on the waiting list", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Clinic.GoRoundAsync());
        Assert.Contains("Join again, or ring us", (await jo.PressAsync(offer, "Yes, book it for me")).Text, StringComparison.Ordinal);
        Assert.Equal("0 appointments, 0 changes, 1 holds, 0 claims, 1 patients, 0 links, 2 messages", await Clinic.TallyAsync());
    }

    [Fact]
    public async Task Whoever_joins_in_my_name_sees_neither_my_offer_nor_that_the_clinic_knows_me()
    {
        using var jo = Clinic.Visit();
        await OfferAsync(jo);
        using var stranger = Clinic.Visit();
        using var newcomer = Clinic.Visit();

        var mine = await stranger.JoinAsync(wishes: [("Sunday", "")]);
        var new_ = await newcomer.JoinAsync("New Comer", "07700 900777", wishes: [("Sunday", "")]);

        Assert.Equal((new_.Text, new_.Address.PathAndQuery), (mine.Text, mine.Address.PathAndQuery));
        Assert.DoesNotContain("9:00am", mine.Text, StringComparison.Ordinal);
        Assert.Empty(mine.Document.QuerySelectorAll("a[href*='/waiting/']"));
        Assert.Equal(2, await Clinic.LookAsync(context => context.WaitingEntries.CountAsync()));
        var place = await Clinic.PlaceOfAsync("Jo Bloggs");
        Assert.Equal((1, 0, true), (place.With.Count, place.Days.Count, place.IsWaiting)); // as Jo wished it
    }

    [Fact]
    public async Task After_yes_the_page_tells_where_it_is_and_leads_to_the_calendar_and_to_the_appointment()
    {
        using var jo = Clinic.Visit();
        using var friend = Clinic.Visit();
        var link = await OfferAsync(jo);
        Assert.Equal(HttpStatusCode.NotFound, (await jo.OpenAsync($"{link}?handler=Calendar")).Status);

        var page = await jo.SayYesAsync(link);

        Assert.StartsWith("Where: West Hill Physiotherapy, ", Facts(page)[2], StringComparison.Ordinal);
        Assert.Contains("What to bring", page.Text, StringComparison.Ordinal);
        var file = await jo.FollowAsync(page, "Add to calendar");
        Assert.Contains("DTSTART:20261124T090000Z", file.Text, StringComparison.Ordinal);
        var appointment = await friend.PressAsync(await friend.OpenAsync(link), "See, move or cancel it");
        Assert.Contains("Last four digits of your mobile number", appointment.Text, StringComparison.Ordinal); // a forwarded text shows no more
        var visit = await Clinic.LookAsync(context => context.Appointments.SingleAsync());
        await Clinic.Services.GetRequiredService<Desk>().CancelAsync(new Seen(visit.Id, visit.Version), "Rang", "Rita Desk", default);
        Assert.Contains("This appointment is cancelled", (await jo.OpenAsync(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_the_link_the_wishes_are_changed_and_what_is_badly_filled_in_is_said_beside_its_field()
    {
        using var jo = Clinic.Visit();
        await jo.JoinAsync(wishes: [("Monday", "")]);
        await Clinic.GoRoundAsync();
        var place = await jo.OpenAsync(WaitingClinic.LinkIn(Clinic.LinksTo("+447700900123").Single()));
        Assert.Contains("With anyone, Monday, at any time, until Friday 22 January.", place.Text, StringComparison.Ordinal);

        var wrong = await jo.PressAsync(place, "Save", ("Friday", ""), ("From (optional)", "2026-11-22"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal("Enter a first day that is today or later", wrong.Document.QuerySelector(".field .error")!.TextContent);
        Assert.Equal("2026-11-22", wrong.Typed("Wishes.From"));
        var changed = await jo.PressAsync(wrong, "Save", ("From (optional)", "2026-12-01"));

        Assert.Contains(
            "With anyone, Monday or Friday, at any time, from Tuesday 1 December until Friday 22 January.", changed.Text, StringComparison.Ordinal);
        Assert.Equal("patient", (await Clinic.PlaceOfAsync("Jo Bloggs")).History[^1].Who);
    }

    private static List<string> Facts(Page page) =>
        [.. page.Document.QuerySelectorAll(".facts div").Select(fact =>
            $"{fact.QuerySelector("dt")!.TextContent}: {fact.QuerySelector("dd")!.TextContent.Trim()}")];

    // Jo joins, and is offered Tuesday.
    private async Task<string> OfferAsync(Visitor jo)
    {
        await jo.JoinAsync();
        await Clinic.FreeAsync();
        await Clinic.GoRoundAsync();
        return WaitingClinic.LinkIn(Assert.Single(Clinic.NewTexts()));
    }
}
