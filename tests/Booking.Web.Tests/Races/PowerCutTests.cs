using Booking.Tests;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>A node ends in the middle of its work, as by a power cut: what was promised is kept.</summary>
[Collection<Races>]
[Trait(TheSuite.Repeats, TheSuite.OnEachDatabase)]
public sealed class PowerCutTests(ThreeNodes clinic)
{
    [Fact]
    public async Task A_node_that_is_killed_loses_no_acknowledged_booking_and_a_repeated_one_is_not_made_twice()
    {
        var day = await clinic.NewDayAsync();
        var crowd = await clinic.CrowdAsync(30, CrowdedClinic.HalfHour, day, [.. CrowdedClinic.Practitioners]);
        for (var i = 0; i < crowd.Count; i++)
        {
            await crowd[i].ChooseAsync(new TimeOnly(8, 0).AddMinutes(30 * (i / CrowdedClinic.Practitioners.Count)));
        }

        var references = crowd.Select(one => one.Reference).ToList();
        var (acknowledged, interrupted) = await ConfirmUntilKilledAsync(crowd);
        await clinic.AssertInOrderAsync(acknowledged);

        await Task.WhenAll(interrupted.Select(one => one.ConfirmAsync()));

        Assert.Equal(references, crowd.Select(one => one.Reference));
        await clinic.AssertInOrderAsync(crowd);
        await using var context = clinic.Open();
        Assert.Equal(crowd.Count, await context.Appointments.CountAsync(a => a.Date == day));
    }

    // All go to one node, which is killed as soon as the first of them is told that the booking is made.
    private async Task<(List<Contender> Acknowledged, List<Contender> Interrupted)> ConfirmUntilKilledAsync(
        IReadOnlyList<Contender> crowd)
    {
        await using var node = await clinic.StartNodeAsync();
        clinic.FrontDoor.LeadTo(node);
        try
        {
            var confirming = crowd.Select(IsToldAsync).ToList();
            await Task.WhenAny(confirming);
            node.Kill();
            var told = await Task.WhenAll(confirming);
            return ([.. crowd.Where((_, index) => told[index])], [.. crowd.Where((_, index) => !told[index])]);
        }
        finally
        {
            clinic.FrontDoor.LeadTo(clinic.Nodes);
        }
    }

    private static async Task<bool> IsToldAsync(Contender one)
    {
        try
        {
            await one.ConfirmAsync();
            return one.IsBooked;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
