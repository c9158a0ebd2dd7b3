using Booking.Tests;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Practitioners, rooms and patients are in one place at a time, whatever is asked of three nodes at once.</summary>
[Collection<Races>]
[Trait(TheSuite.Repeats, TheSuite.OnEachDatabase)]
public sealed class OneOfManyTests(ThreeNodes clinic)
{
    private static readonly TimeOnly Nine = new(9, 0);

    [Fact]
    public async Task Five_who_are_free_take_five_of_the_crowd_and_the_rest_are_told()
    {
        var crowd = await clinic.CrowdAsync(30, CrowdedClinic.HalfHour, await clinic.NewDayAsync());

        await Task.WhenAll(crowd.Select(one => one.ChooseAsync(Nine)));
        var first = crowd.Where(one => one.Holds).ToList();
        await Task.WhenAll(first.Select(one => one.ConfirmAsync()));

        Assert.Equal(CrowdedClinic.Practitioners.Count, first.Count);
        Assert.All(first, one => Assert.True(one.IsBooked, one.Page.Text));
        Assert.All(crowd.Except(first), one => Assert.True(one.Lost, one.Page.Text));
        await clinic.AssertInOrderAsync(first);
    }

    [Fact]
    public async Task One_room_is_given_to_one_of_five_practitioners_and_the_others_hear_that_it_is_the_room()
    {
        var day = await clinic.NewDayAsync();
        var crowd = await clinic.AtDetailsAsync(
            await clinic.CrowdAsync(15, CrowdedClinic.InTheQuietRoom, day, [.. CrowdedClinic.Practitioners]), Nine);

        await Task.WhenAll(crowd.Select(one => one.ConfirmAsync()));

        var booked = Assert.Single(crowd, one => one.IsBooked);
        Assert.All(crowd.Except([booked]), one => Assert.True(one.Lost, one.Page.Text));
        Assert.Contains(crowd, one => one.Page.Text.Contains("All the rooms", StringComparison.Ordinal));
        await clinic.AssertInOrderAsync([booked]);
    }

    [Fact]
    public async Task One_patient_is_not_with_two_practitioners_at_once()
    {
        var day = await clinic.NewDayAsync();
        var crowd = await clinic.AtDetailsAsync(
            await clinic.CrowdAsync(5, CrowdedClinic.LongVisit, day, [.. CrowdedClinic.Practitioners]), Nine);
        foreach (var one in crowd)
        {
            (one.Name, one.Mobile) = ("Sam Everywhere", crowd[0].Mobile);
        }

        await Task.WhenAll(crowd.Select(one => one.ConfirmAsync()));

        var booked = Assert.Single(crowd, one => one.IsBooked);
        Assert.All(
            crowd.Except([booked]),
            one => Assert.Contains("We cannot book that time for you.", one.Page.Text, StringComparison.Ordinal));
        await clinic.AssertInOrderAsync([booked]);
    }

    [Fact]
    public async Task A_time_that_is_cancelled_while_others_confirm_it_goes_to_one_of_them_at_most()
    {
        var day = await clinic.NewDayAsync();
        for (var start = Nine; start < Nine.AddHours(3); start = start.AddMinutes(30))
        {
            var rivals = await clinic.AtDetailsAsync(await clinic.CrowdAsync(4, CrowdedClinic.HalfHour, day, "Ava"), start);
            var first = Assert.Single(await clinic.CrowdAsync(1, CrowdedClinic.HalfHour, day, "Ava"));
            await first.ChooseAsync(start);
            await first.ConfirmAsync();

            await Task.WhenAll([first.CancelAsync(), .. rivals.Select(one => one.ConfirmAsync())]);

            Assert.Contains("This appointment is cancelled", first.Page.Text, StringComparison.Ordinal);
            var booked = rivals.Where(one => one.IsBooked).ToList();
            Assert.InRange(booked.Count, 0, 1);
            Assert.All(rivals.Except(booked), one => Assert.True(one.Lost, one.Page.Text));
            await clinic.AssertInOrderAsync(booked);
        }
    }
}
