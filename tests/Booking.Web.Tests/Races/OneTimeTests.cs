using System.Net;
using Booking.Tests;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Many want one time at once, on three nodes: one has it, and the others are helped to another.</summary>
[Collection<Races>]
[Trait(TheSuite.Repeats, TheSuite.OnEachDatabase)]
public sealed class OneTimeTests(ThreeNodes clinic)
{
    private const string JustTaken = "That time has just been taken.";

    private static readonly TimeOnly Nine = new(9, 0);
    private static readonly TimeOnly HalfPastNine = new(9, 30);

    [Fact]
    public async Task Of_fifty_who_choose_one_time_at_once_one_is_booked_and_the_others_see_the_three_nearest()
    {
        var crowd = await clinic.CrowdAsync(50, CrowdedClinic.HalfHour, await clinic.NewDayAsync(), "Ava");

        await Task.WhenAll(crowd.Select(one => one.ChooseAsync(Nine)));

        var first = Assert.Single(crowd, one => one.Holds);
        Assert.All(crowd.Except([first]), AssertSentElsewhere);
        await first.ConfirmAsync();
        Assert.True(first.IsBooked, first.Page.Text);
        Assert.Single(await clinic.TextsToAsync(first.Mobile));
        await clinic.AssertInOrderAsync([first]);
    }

    [Fact]
    public async Task Of_fifty_who_confirm_one_time_at_once_one_is_booked_and_the_others_keep_what_they_typed()
    {
        var crowd = await clinic.AtDetailsAsync(
            await clinic.CrowdAsync(50, CrowdedClinic.HalfHour, await clinic.NewDayAsync(), "Ava"), Nine);

        await Task.WhenAll(crowd.Select(one => one.ConfirmAsync()));

        var booked = Assert.Single(crowd, one => one.IsBooked);
        Assert.All(crowd.Except([booked]), one =>
        {
            AssertSentElsewhere(one);
            Assert.Equal(one.Name, one.Typed("Input.FullName"));
            Assert.Equal(one.Mobile, one.Typed("Input.Mobile"));
        });
        Assert.Single(await clinic.TextsToAsync(booked.Mobile));
        await clinic.AssertInOrderAsync([booked]);
    }

    [Fact]
    public async Task A_long_visit_at_nine_and_a_short_one_at_half_past_do_not_both_fit()
    {
        var day = await clinic.NewDayAsync();
        var early = await clinic.AtDetailsAsync(await clinic.CrowdAsync(12, CrowdedClinic.LongVisit, day, "Ava"), Nine);
        var late = await clinic.AtDetailsAsync(await clinic.CrowdAsync(12, CrowdedClinic.HalfHour, day, "Ava"), HalfPastNine);

        await Task.WhenAll(early.Concat(late).Select(one => one.ConfirmAsync()));

        var booked = Assert.Single(early.Concat(late), one => one.IsBooked);
        Assert.All(early.Concat(late).Except([booked]), AssertSentElsewhere);
        await clinic.AssertInOrderAsync([booked]);
    }

    [Fact]
    public async Task A_form_sent_five_times_at_once_books_once()
    {
        var one = Assert.Single(await clinic.CrowdAsync(1, CrowdedClinic.HalfHour, await clinic.NewDayAsync()));
        await one.ChooseAsync(Nine);
        var reference = one.Reference;

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => one.ConfirmAsync()));

        Assert.Equal(reference, one.Reference);
        Assert.Single(await clinic.TextsToAsync(one.Mobile));
        await clinic.AssertInOrderAsync([one]);
    }

    private static void AssertSentElsewhere(Contender one)
    {
        Assert.Equal(HttpStatusCode.Conflict, one.Page.Status);
        Assert.Contains(JustTaken, one.Page.Text, StringComparison.Ordinal);
        Assert.Equal(3, one.Nearest.Count);
    }
}
