using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>What becomes free is put to those who wait, held for them, and put to the next.</summary>
public sealed class OfferingTests(WaitingClinic clinic) : WaitingTests(clinic)
{
    private static readonly string[] Names = ["Ann One", "Bob Two", "Cat Three", "Dee Four", "Eve Five"];

    [Fact]
    public async Task A_time_that_is_cancelled_is_offered_to_three_and_when_nobody_answers_to_the_next()
    {
        using var first = Clinic.Visit();
        var booked = await TakeAllAsync(first);
        await JoinAllAsync(Names);
        Assert.Equal(0, await Clinic.GoRoundAsync());
        Clinic.NewTexts();
        await first.PressAsync(booked, "Yes, cancel it");

        Assert.Equal(3, await Clinic.GoRoundAsync());

        Assert.Equal(["+447700900200", "+447700900201", "+447700900202"], OffersIn(Clinic.NewTexts()));
        Assert.DoesNotContain("9:00am Cara Tuesday 24 November", await TimesAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await Clinic.GoRoundAsync()); // late or twice, nothing more
        Clinic.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(0, await Clinic.GoRoundAsync());

        Clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, await Clinic.GoRoundAsync());

        Assert.Equal(["+447700900203", "+447700900204"], OffersIn(Clinic.NewTexts()));
        Assert.All(
            await Clinic.LookAsync(context => context.Offers.OrderBy(offer => offer.Id).Take(3).ToListAsync()),
            offer => Assert.Equal(OfferState.Lapsed, offer.State));
        Clinic.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(0, await Clinic.GoRoundAsync());
        Assert.Contains("9:00am Cara Tuesday 24 November", await TimesAsync(), StringComparison.Ordinal); // simply free
        Assert.Empty(await Clinic.FaultsAsync());
    }

    [Fact]
    public async Task The_diary_says_until_when_a_time_is_kept_for_an_offer_and_for_nobody_by_name()
    {
        await JoinAllAsync(Names[..1]);
        await Clinic.FreeAsync();
        await Clinic.GoRoundAsync();
        using var desk = await Clinic.SignInAsync();

        var list = await desk.OpenAsync("/staff/day/2026-11-24");
        Assert.Contains("Kept for an offer until 10:15am, 9:00am to 9:45am", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Names[0], list.Text, StringComparison.Ordinal);
        var data = await desk.DiaryAsync("from=2026-11-24");
        var hold = Assert.Single(data.GetProperty("holds").EnumerateArray());
        Assert.True(hold.GetProperty("offered").GetBoolean());
        Assert.StartsWith("2026-11-23T10:15:", hold.GetProperty("until").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Names[0], data.GetRawText(), StringComparison.Ordinal);

        Clinic.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.DoesNotContain("Kept for an offer", (await desk.OpenAsync("/staff/day/2026-11-24")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rounds_at_once_on_several_nodes_put_each_time_to_people_once()
    {
        await JoinAllAsync(Names);
        await Clinic.FreeAsync();
        await using var second = Clinic.WithWebHostBuilder(_ => { });
        await using var third = Clinic.WithWebHostBuilder(_ => { });
        WaitingList[] lists = [Clinic.Waiting, second.Services.GetRequiredService<WaitingList>(), third.Services.GetRequiredService<WaitingList>()];

        var offered = await Task.WhenAll(lists.Concat(lists).Select(list => Task.Run(() => list.GoRoundAsync(default))));
        await Clinic.GoRoundAsync();

        Assert.Equal(5, offered.Sum()); // Tuesday to three, Wednesday to two
        Assert.Equal(5, OffersIn(Clinic.NewTexts()).Count);
        var holds = await Clinic.LookAsync(context => context.Holds.OrderBy(h => h.Date).Select(h => h.Date.Day).ToListAsync());
        Assert.Equal([24, 25], holds);
        Assert.Empty(await Clinic.FaultsAsync());
    }

    [Fact]
    public async Task Nothing_is_offered_or_held_while_all_texts_are_stopped()
    {
        await JoinAllAsync(Names[..1]);
        await Clinic.FreeAsync();
        await Clinic.Services.GetRequiredService<SendingDesk>().StopAsync("Wrong times", "Rosa");

        Assert.Equal(0, await Clinic.GoRoundAsync());

        Assert.Equal(0, await Clinic.LookAsync(context => context.Holds.CountAsync()));
        await Clinic.Services.GetRequiredService<SendingDesk>().StartAsync("Rosa");
        Assert.Equal(1, await Clinic.GoRoundAsync());
    }

    [Fact]
    public async Task Nothing_is_offered_or_held_at_night()
    {
        await JoinAllAsync(Names[..1]);
        await Clinic.FreeAsync();
        Clinic.WindTo("2026-11-23 20:50");
        Assert.Equal(0, await Clinic.GoRoundAsync());
        Clinic.WindTo("2026-11-24 07:59");
        Assert.Equal(0, await Clinic.GoRoundAsync());
        Assert.Equal(0, await Clinic.LookAsync(context => context.Holds.CountAsync()));

        Clinic.WindTo("2026-11-24 08:00");

        Assert.Equal(1, await Clinic.GoRoundAsync());
        Assert.StartsWith("West Hill Physiotherapy: Wednesday 25 November at 9:00am has come free.", Assert.Single(Clinic.NewTexts()).Body, StringComparison.Ordinal); // Tuesday is too soon by now
    }

    [Theory]
    [InlineData("2026-11-24 04:45", "2026-11-24")]
    [InlineData("2026-11-24 04:46", "2026-11-25")] // by 5:01 nine o'clock is less than four hours away
    public async Task What_would_be_too_soon_when_the_offer_lapses_is_offered_to_nobody(string now, string day)
    {
        await JoinAllAsync(Names[..1]);
        var place = await Clinic.PlaceOfAsync(Names[0]);
        Clinic.WindTo(now);

        var times = await Clinic.Waiting.TimesForAsync(place, 10, default);

        Assert.Equal(day, $"{times.First(time => time.Practitioner.FullName == WaitingClinic.Cara).Slot.Date:yyyy-MM-dd}");
    }

    [Fact]
    public async Task What_the_desk_has_just_cancelled_is_left_alone_until_it_can_no_longer_be_undone()
    {
        using var first = Clinic.Visit();
        await TakeAllAsync(first);
        await JoinAllAsync(Names[..1]);
        var tuesday = await Clinic.LookAsync(context => context.Appointments.OrderBy(a => a.Date).FirstAsync());
        var desk = Clinic.Services.GetRequiredService<Desk>();
        var seen = new Seen(tuesday.Id, tuesday.Version);
        Assert.Null(await desk.CancelAsync(seen, "Rang", "Rita Desk", default));

        Clinic.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(0, await Clinic.GoRoundAsync());
        Assert.Null(await desk.UndoAsync([seen.Next], "Rita Desk", default));
        Clinic.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(0, await Clinic.GoRoundAsync());

        Assert.Null(await desk.CancelAsync(seen.Next.Next, "Rang again", "Rita Desk", default));
        Clinic.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(1, await Clinic.GoRoundAsync());
    }

    [Fact]
    public async Task A_block_that_the_desk_has_just_removed_is_left_alone_as_long_too()
    {
        var desk = Clinic.Services.GetRequiredService<Desk>();
        var cara = await Clinic.LookAsync(context => context.Practitioners.SingleAsync(p => p.Slug == "cara-lowe"));
        var away = new TimeOff([cara], new(2026, 11, 24, 0, 0, 0), new(2026, 11, 27, 0, 0, 0), "Away");
        Assert.Null(await desk.BlockAsync(away, Guid.NewGuid(), "Rita Desk", default));
        await JoinAllAsync(Names[..1]);
        Assert.Equal(0, await Clinic.GoRoundAsync());
        var block = await Clinic.LookAsync(context => context.Blocks.Select(b => b.Id).SingleAsync());
        Assert.Null(await desk.UnblockAsync(block, rest: false, "Rita Desk", default));

        Clinic.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(0, await Clinic.GoRoundAsync());
        Clinic.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, await Clinic.GoRoundAsync());
    }

    [Fact]
    public async Task Whoever_takes_no_texts_is_passed_over_and_reception_sees_why()
    {
        await JoinAllAsync(Names[..2]);
        await Clinic.FreeAsync();
        await Clinic.ChangeAsync(async context => context.Add(
            new RefusedNumber { Telephone = "+447700900200", Why = WhyNotSent.OptedOut, Since = Clinic.Clock.UtcNow() }));

        Assert.Equal(1, await Clinic.GoRoundAsync());

        Assert.Equal(["+447700900201"], OffersIn(Clinic.NewTexts()));
        Assert.Equal(WhyNotSent.OptedOut, (await Clinic.Waiting.WaitingAsync(default))[0].NoTexts);
    }

    [Fact]
    public async Task Nobody_is_offered_more_than_three_times_in_a_day()
    {
        await JoinAllAsync(Names[..1], (nameof(DayOfWeek.Wednesday), "")); // anybody, any time of a whole day
        await Clinic.FreeAsync();
        for (var time = 1; time <= 3; time++)
        {
            Assert.Equal(1, await Clinic.GoRoundAsync());
            Clinic.Clock.Advance(TimeSpan.FromMinutes(15));
        }

        Assert.Equal(0, await Clinic.GoRoundAsync());

        var offers = (await Clinic.PlaceOfAsync(Names[0])).Offers;
        Assert.Equal(3, offers.Select(offer => offer.StartsAt).Distinct().Count());
        Clinic.WindTo("2026-11-24 10:30");
        Assert.Equal(1, await Clinic.GoRoundAsync());
    }

    [Fact]
    public async Task A_list_that_is_switched_off_offers_nothing_and_is_not_to_be_joined()
    {
        await JoinAllAsync(Names[..1]);
        await Clinic.FreeAsync();
        await Clinic.ChangeAsync(async context => (await context.Rules.SingleAsync()).OffersAtOnce = 0);
        using var other = Clinic.Visit();

        Assert.Equal(0, await Clinic.GoRoundAsync());
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await other.OpenAsync("/book/sports-injury/wait")).Status);
        Assert.DoesNotContain("waiting list", (await other.OpenAsync("/book/sports-injury")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_finds_a_time_for_themselves_is_offered_only_earlier_ones_from_then_on()
    {
        using var jo = Clinic.Visit();
        await jo.JoinAsync(wishes: [(WaitingClinic.Cara, ""), (nameof(DayOfWeek.Thursday), ""), (nameof(DayOfWeek.Wednesday), "")]);
        await Clinic.FreeAsync();
        Clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        await jo.BookAsync(WaitingClinic.Wednesday, "cara-lowe");

        Assert.Equal(0, await Clinic.GoRoundAsync()); // Thursday is later

        Assert.NotNull((await Clinic.PlaceOfAsync("Jo Bloggs")).Kept);
    }

    // Books Cara's three visits; the first of them is shown.
    private static async Task<Page> TakeAllAsync(Visitor patient)
    {
        var booked = await patient.BookAsync(WaitingClinic.Tuesday, "cara-lowe", name: "Zoe Last", mobile: "07700 900300");
        await patient.BookAsync(WaitingClinic.Wednesday, "cara-lowe", name: "Zoe Last", mobile: "07700 900300");
        await patient.BookAsync(WaitingClinic.Thursday, "cara-lowe", name: "Zoe Last", mobile: "07700 900300");
        return booked;
    }

    private async Task JoinAllAsync(string[] names, params (string Field, string Value)[] wishes)
    {
        foreach (var (index, name) in names.Index())
        {
            using var patient = Clinic.Visit();
            var page = await patient.JoinAsync(name, $"07700 90020{index}", wishes: wishes);
            Assert.Contains("You are on the waiting list", page.Text, StringComparison.Ordinal);
            Clinic.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private async Task<string> TimesAsync()
    {
        using var anybody = Clinic.Visit();
        return (await anybody.OpenAsync("/book/sports-injury?with=cara-lowe")).Text;
    }

    private static List<string> OffersIn(IEnumerable<SentText> texts) =>
        [.. texts.Where(text => text.Body.Contains("has come free", StringComparison.Ordinal)).Select(text => text.To).Order()];
}
