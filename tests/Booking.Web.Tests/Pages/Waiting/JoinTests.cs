using System.Net;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Joining the waiting list obeys the rules of booking, and keeps what was typed.</summary>
public sealed class JoinTests(WaitingClinic clinic) : WaitingTests(clinic)
{
    private const string Join = "Join the waiting list";

    [Fact]
    public async Task The_times_page_leads_to_it_and_the_wishes_are_kept()
    {
        using var jo = Clinic.Visit();
        var form = await jo.FollowAsync(await jo.OpenAsync("/book/sports-injury"), Join);

        var page = await jo.PressAsync(
            form,
            Join,
            ("Full name", "Jo Bloggs"), ("Mobile number", "07700 900123"), (WaitingClinic.Cara, ""), ("Monday", ""), ("Friday", ""),
            ("Morning", ""), ("Until (optional)", "2026-12-18"));

        Assert.Contains("You are on the waiting list We text a link to the mobile number you gave.", page.Text, StringComparison.Ordinal);
        await Clinic.GoRoundAsync();
        page = await jo.OpenAsync(WaitingClinic.LinkIn(Assert.Single(Clinic.LinksTo("+447700900123"))));
        Assert.Contains(
            "With Cara Lowe, Monday or Friday, in the morning, until Friday 18 December.", page.Text, StringComparison.Ordinal);
        Assert.Contains("We keep the time for 15 minutes", page.Text, StringComparison.Ordinal);
        var place = await Clinic.PlaceOfAsync("Jo Bloggs");
        Assert.Equal(("patient", "Joined"), (place.History[0].Who, place.History[0].What));
    }

    [Fact]
    public async Task Nothing_free_says_that_there_is_a_list()
    {
        using var jo = Clinic.Visit();

        var page = await jo.OpenAsync("/book/sports-injury?with=cara-lowe&when=Evening");

        Assert.Contains("There is nothing free to book online with these choices", page.Text, StringComparison.Ordinal);
        Assert.Contains("Join the waiting list: we text you when a time comes free.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["cara-lowe", "Evening"], Ticked(await jo.FollowAsync(page, Join)));
    }

    [Theory]
    [InlineData("", "07700 900123", "", "Enter your full name")]
    [InlineData("Jo Bloggs", "", "", "Enter your mobile number")]
    [InlineData("Jo Bloggs", "01322 555123", "", "Enter a UK mobile number like 07700 900123: we text you")]
    [InlineData("Jo Bloggs", "07700 900123", "2026-11-22", "Enter a last day that is still to come")]
    [InlineData("Jo Bloggs", "07700 900123", "2027-11-22", "Enter a last day within 180 days from now")]
    public async Task What_is_badly_filled_in_is_said_beside_its_field_and_the_rest_stays(string name, string mobile, string until, string says)
    {
        using var jo = Clinic.Visit();

        var page = await jo.JoinAsync(name, mobile, wishes: [(WaitingClinic.Cara, ""), ("Tuesday", ""), ("Until (optional)", until)]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(says, page.Document.QuerySelector(".field .error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((name, mobile, until), (page.Typed("Input.FullName") ?? "", page.Typed("Input.Mobile") ?? "", page.Typed("Wishes.Until") ?? ""));
        Assert.Equal(["cara-lowe", "Tuesday"], Ticked(page));
        Assert.Equal(0, await Clinic.LookAsync(context => context.WaitingEntries.CountAsync()));
    }

    [Fact]
    public async Task Where_the_safety_questions_are_asked_nobody_joins_without_an_answer()
    {
        using var jo = Clinic.Visit();
        Assert.EndsWith("/check", (await jo.OpenAsync("/book/sciatica-first-visit/wait")).Address.AbsolutePath, StringComparison.Ordinal);

        await jo.JoinAsync(treatment: "sciatica-first-visit");

        Assert.Equal(await WordingInForceAsync(), (await Clinic.PlaceOfAsync("Jo Bloggs")).RedFlagVersion);
    }

    [Fact]
    public async Task When_the_questions_have_changed_they_are_asked_again_before_yes()
    {
        using var jo = Clinic.Visit();
        await jo.JoinAsync(treatment: "sciatica-first-visit");
        await Clinic.FreeAsync();
        await Clinic.GoRoundAsync();
        var link = WaitingClinic.LinkIn(Assert.Single(Clinic.NewTexts()));
        await Clinic.NewWordingAsync("A new sign");

        var unanswered = await jo.SayYesAsync(link);
        Assert.Equal(HttpStatusCode.BadRequest, unanswered.Status);
        Assert.Contains("A new sign", unanswered.Text, StringComparison.Ordinal);
        await jo.PressAsync(unanswered, "Yes, book it for me", ("None of these", "None"));

        Assert.Equal(
            await WordingInForceAsync(), await Clinic.LookAsync(context => context.Appointments.Select(a => a.RedFlagVersion).SingleAsync()));
    }

    [Fact]
    public async Task One_of_the_signs_leads_to_the_emergency_advice_and_gives_the_time_back()
    {
        using var jo = Clinic.Visit();
        await jo.JoinAsync(treatment: "sciatica-first-visit");
        await Clinic.FreeAsync();
        await Clinic.GoRoundAsync();
        await Clinic.NewWordingAsync("Another new sign");

        var page = await jo.SayYesAsync(WaitingClinic.LinkIn(Assert.Single(Clinic.NewTexts())), ("Yes, one or more", "Yes"));

        Assert.Equal("/book/emergency", page.Address.AbsolutePath);
        Assert.Equal("0 appointments, 0 changes, 1 holds, 0 claims, 1 patients, 0 links, 2 messages", await Clinic.TallyAsync());
    }

    [Fact]
    public async Task What_is_not_for_new_patients_is_not_to_be_joined_by_one()
    {
        using var jo = Clinic.Visit();

        Assert.Equal("/book", (await jo.OpenAsync("/book/sports-follow-up/wait")).Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await jo.OpenAsync("/book/sports-by-phone/wait")).Status);
    }

    [Fact]
    public async Task Somebody_whom_the_clinic_has_seen_joins_for_a_follow_up_without_typing()
    {
        using var jo = Clinic.Visit();
        var booked = await jo.BookAsync("2026-11-24 10:00");
        Clinic.WindTo("2026-11-24 12:00");
        await jo.ComeBackAsync(Clinic, booked);

        var form = await jo.OpenAsync("/book/sports-follow-up/wait");
        Assert.Contains("For Jo Bloggs", form.Text, StringComparison.Ordinal);
        var page = await jo.PressAsync(form, Join, (WaitingClinic.Cara, ""), ("Sunday", ""));

        Assert.Contains("You are on the waiting list", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await Clinic.LookAsync(context => context.Patients.CountAsync()));
    }

    [Fact]
    public async Task Joining_twice_from_a_page_for_anybody_changes_nothing_and_sends_the_link_once_a_day()
    {
        using var jo = Clinic.Visit();
        await jo.JoinAsync(wishes: [("Monday", "")]);
        var first = await Clinic.PlaceOfAsync("Jo Bloggs");
        Clinic.Clock.Advance(TimeSpan.FromHours(1));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Clinic.Visit().JoinAsync(wishes: [("Friday", "")])));

        var place = await Clinic.LookAsync(context => context.WaitingEntries.SingleAsync());
        Assert.Equal((first.JoinedAt, DayOfWeek.Monday, 1), (place.JoinedAt, Assert.Single(place.Days), place.Version));
        await Clinic.GoRoundAsync();
        Assert.Single(Clinic.LinksTo("+447700900123"));
        Clinic.WindTo("2026-11-24 10:00");
        await jo.JoinAsync(wishes: [("Sunday", "")]);
        await Clinic.GoRoundAsync();
        Assert.Equal(2, Clinic.LinksTo("+447700900123").Count);
    }

    [Fact]
    public async Task What_suits_and_is_free_now_is_shown_first_and_whoever_joins_all_the_same_is_not_offered_it()
    {
        using var jo = Clinic.Visit();
        var form = await jo.OpenAsync("/book/sports-injury/wait");

        var page = await jo.PressAsync(
            form, Join, ("Full name", "Jo Bloggs"), ("Mobile number", "07700 900123"), (WaitingClinic.Cara, ""), ("Tuesday", ""));

        Assert.Contains("Free now: you need not wait for this time. Tuesday 24 November at 9:00am with Cara", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await Clinic.LookAsync(context => context.WaitingEntries.CountAsync()));
        Assert.Contains("2026-11-24T09:00 cara-lowe", (await jo.FollowAsync(page, "Tuesday 24 November at 9:00am with Cara")).Offered());
        Assert.Contains("You are on the waiting list", (await jo.PressAsync(page, Join)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await Clinic.GoRoundAsync());
        using var ann = Clinic.Visit();
        var booked = await ann.BookAsync(WaitingClinic.Tuesday, "cara-lowe", name: "Ann Other", mobile: "07700 900456");
        Clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        await ann.PressAsync(booked, "Yes, cancel it");
        Assert.Equal(1, await Clinic.GoRoundAsync()); // somebody had it meanwhile
    }

    [Theory]
    [InlineData(WhyNotSent.OptedOut)]
    [InlineData(WhyNotSent.Landline)]
    [InlineData(WhyNotSent.NumberRefused)]
    public async Task Whoever_joins_does_not_learn_whether_the_number_takes_texts_but_reception_sees_it(WhyNotSent why)
    {
        await Clinic.ChangeAsync(async context => await context.AddAsync(
            new RefusedNumber { Telephone = "+447700900123", Why = why, Since = Clinic.Clock.UtcNow() }));
        using var jo = Clinic.Visit();
        using var ann = Clinic.Visit();

        var page = await jo.JoinAsync();
        var other = await ann.JoinAsync("Ann Other", "07700 900456");

        Assert.Equal((other.Text, other.Address.AbsolutePath), (page.Text, page.Address.AbsolutePath));
        Assert.Contains("nor a number that has asked us for no more texts", page.Text, StringComparison.Ordinal);
        Assert.Equal(why, (await Clinic.Waiting.WaitingAsync(default))[0].NoTexts);
        await Clinic.GoRoundAsync();
        Assert.Empty(Clinic.LinksTo("+447700900123"));
    }

    [Fact]
    public async Task Whoever_joins_at_night_gets_the_link_in_the_morning_unless_they_have_left_by_then()
    {
        Clinic.WindTo("2026-11-23 22:00");
        using var jo = Clinic.Visit();
        using var ann = Clinic.Visit();
        await jo.JoinAsync(wishes: [("Sunday", "")]);
        await ann.JoinAsync("Ann Other", "07700 900456", wishes: [("Sunday", "")]);
        await Clinic.GoRoundAsync();
        Assert.Empty(Clinic.LinksTo("+447700900123"));
        await Clinic.Waiting.EndAsync((await Clinic.PlaceOfAsync("Ann Other")).Id, "Rang", "Rita Desk", default);

        foreach (var later in new[] { "2026-11-24 07:50", "2026-11-24 08:00" })
        {
            Clinic.WindTo(later);
            await Clinic.GoRoundAsync();
        }

        Assert.Single(Clinic.LinksTo("+447700900123"));
        Assert.Empty(Clinic.LinksTo("+447700900456"));
    }

    [Fact]
    public async Task One_telephone_gets_three_links_a_day_however_many_names_are_given()
    {
        using var prankster = Clinic.Visit();
        foreach (var name in new[] { "Ann One", "Bob Two", "Cat Three" })
        {
            await prankster.JoinAsync(name, wishes: [("Sunday", "")]);
        }

        var newName = await prankster.JoinAsync("Dee Four", wishes: [("Sunday", "")]);
        var knownName = await prankster.JoinAsync("Ann One", wishes: [("Sunday", "")]);

        const string says = "We cannot put more on the waiting list for that number.";
        Assert.Contains(says, newName.Text, StringComparison.Ordinal);
        Assert.Contains(says, knownName.Text, StringComparison.Ordinal); // nobody learns who waits
        await Clinic.GoRoundAsync();
        Assert.Equal(3, Clinic.LinksTo("+447700900123").Count);
    }

    [Fact]
    public async Task Links_are_counted_by_telephone_and_day_without_the_number_and_forgotten_the_day_after()
    {
        using var jo = Clinic.Visit();
        await jo.JoinAsync(wishes: [("Sunday", "")]);
        await jo.JoinAsync(wishes: [("Sunday", "")]); // which sends none
        await jo.JoinAsync("Ann Other", wishes: [("Sunday", "")]);

        var day = await Clinic.LookAsync(context => context.TelephoneDays.SingleAsync());
        Assert.Equal((2, TelephoneDay.KeyBytes), (day.Links, day.Key.Length));
        var shredder = Clinic.Services.GetRequiredService<Shredder>();
        await shredder.RunAsync(default);
        Assert.Equal(1, await Clinic.LookAsync(context => context.TelephoneDays.CountAsync()));
        Clinic.WindTo("2026-11-24 00:00");
        await shredder.RunAsync(default);
        Assert.Equal(0, await Clinic.LookAsync(context => context.TelephoneDays.CountAsync()));
    }

    [Fact]
    public async Task One_telephone_takes_only_so_many_places()
    {
        await Clinic.ChangeAsync(async context => (await context.Rules.SingleAsync()).OpenBookingsPerTelephone = 2);
        using var family = Clinic.Visit();
        await family.JoinAsync("Ann One");
        await family.JoinAsync("Bob Two");

        var third = await family.JoinAsync("Cat Three");

        Assert.Equal(HttpStatusCode.BadRequest, third.Status);
        Assert.Contains("We cannot put more on the waiting list for that number.", third.Text, StringComparison.Ordinal);
        Assert.Equal("Cat Three", third.Typed("Input.FullName"));
        await Clinic.ChangeAsync(async context => (await context.Rules.SingleAsync()).OpenBookingsPerTelephone = 8);
    }

    [Fact]
    public async Task Nothing_personal_stands_in_the_log()
    {
        using var jo = Clinic.Visit();
        await jo.JoinAsync("Marmaduke Featherstonehaugh", "07700 900555");
        await Clinic.FreeAsync();
        await Clinic.GoRoundAsync();
        var link = WaitingClinic.LinkIn(Assert.Single(Clinic.NewTexts()));
        await jo.SayYesAsync(link);

        var log = Clinic.Log.Text;

        Assert.All(
            ["Marmaduke", "Featherstonehaugh", "900555", link.Split('/')[^1]],
            personal => Assert.DoesNotContain(personal, log, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string?> Ticked(Page page) =>
        page.Document.QuerySelectorAll("input[type=checkbox][checked]").Select(box => box.GetAttribute("value"));

    private Task<int> WordingInForceAsync() =>
        Clinic.LookAsync(context => context.RedFlagWordings.MaxAsync(wording => wording.Version));
}
