using System.Globalization;
using Booking.Data;
using Booking.Tests;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Leave is put over a day while patients book it, on three nodes at once.</summary>
[Collection<Races>]
[Trait(TheSuite.Repeats, TheSuite.OnEachDatabase)]
public sealed class LeaveRaceTests(ThreeNodes clinic)
{
    private const int MostPresses = 10;

    [Fact]
    public async Task Nobody_is_booked_into_leave_unseen_and_nobody_is_dropped()
    {
        var day = await clinic.NewDayAsync();
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var crowd = await clinic.CrowdAsync(10, CrowdedClinic.HalfHour, day, "Ava");
        for (var i = 0; i < crowd.Count; i++)
        {
            await crowd[i].ChooseAsync(new TimeOnly(8, 0).AddMinutes(30 * i));
        }

        // Four of them are booked before the desk looks, the others confirm while it saves.
        await Task.WhenAll(crowd.Take(4).Select(one => one.ConfirmAsync()));
        var address = string.Create(CultureInfo.InvariantCulture, $"/staff/leave?practitioner=ava&from={day:yyyy-MM-dd}&until={day.AddDays(1):yyyy-MM-dd}");
        var plan = await desk.OpenAsync(address);
        await Task.WhenAll([SaveAsync(desk, plan), .. crowd.Skip(4).Select(one => one.ConfirmAsync())]);

        var booked = crowd.Where(one => one.IsBooked).ToList();
        Assert.InRange(booked.Count, 4, 10);
        Assert.All(crowd.Except(booked), one => Assert.True(one.Lost, one.Page.Text));
        await using var context = clinic.Open();
        Assert.Empty(await DiaryChecker.FaultsAsync(context, DateTime.UtcNow));
        Assert.Empty(await DiaryChecker.LostAsync(context, booked.Select(one => one.Reference)));

        // Whoever was told that they are booked was in the plan, and was moved: none is left where nobody treats.
        var block = await context.Blocks.SingleAsync(b => b.From == day.ToDateTime(TimeOnly.MinValue));
        Assert.Equal(0, await context.Appointments.CountAsync(
            a => a.PractitionerId == block.PractitionerId && a.Date == day && a.Status != AppointmentStatus.Cancelled));
        Assert.Equal(booked.Count, await context.Appointments.CountAsync(a => a.History.Any(line => line.Series == block.Series)));
    }

    // Whenever somebody has come into the way meanwhile, the plan is shown anew: look, and save again.
    private static async Task SaveAsync(Visitor desk, Page plan)
    {
        for (var press = 1; !plan.Text.Contains("Saved", StringComparison.Ordinal); press++)
        {
            Assert.True(press <= MostPresses, plan.Text);
            plan = await desk.PressAsync(plan, "Save");
        }
    }
}
