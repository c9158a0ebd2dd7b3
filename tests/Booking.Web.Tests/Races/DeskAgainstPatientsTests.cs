using System.Net;
using Booking.Data;
using Booking.Tests;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Reception and patients want one time at once, on three nodes: one has it, and past it only who overrules.</summary>
[Collection<Races>]
[Trait(TheSuite.Repeats, TheSuite.OnEachDatabase)]
public sealed class DeskAgainstPatientsTests(ThreeNodes clinic)
{
    private static readonly TimeOnly Nine = new(9, 0);

    [Fact]
    public async Task Of_ten_who_confirm_and_ten_at_the_desk_one_has_the_time_and_whoever_overrules_stands_beside_them()
    {
        var day = await clinic.NewDayAsync();
        var crowd = await clinic.AtDetailsAsync(await clinic.CrowdAsync(10, CrowdedClinic.HalfHour, day, "Ava"), Nine);
        using var desk = await SignInAsync(StaffRole.Receptionist);
        using var boss = await SignInAsync(StaffRole.Administrator);

        var confirming = Task.WhenAll(crowd.Select(one => one.ConfirmAsync()));
        var booking = Task.WhenAll(Enumerable.Range(0, 10).Select(number => BookAsync(desk, day, $"Desk {(char)('A' + number)}", overrule: null)));
        var overruling = Task.WhenAll(BookAsync(boss, day, "Boss Ann", "Asked for it"), BookAsync(boss, day, "Boss Bob", "Asked for it"));
        await Task.WhenAll(confirming, booking, overruling);

        Assert.All(await overruling, status => Assert.Equal(HttpStatusCode.OK, status));
        await using var context = clinic.Open();
        var standing = await context.Appointments.AsNoTracking().Where(a => a.Date == day).ToListAsync();
        Assert.InRange(crowd.Count(one => one.IsBooked) + (await booking).Count(status => status == HttpStatusCode.OK), 0, 1);
        Assert.Single(standing, a => a.Lane == 0);
        Assert.All(standing.Where(a => a.Lane > 0), a => Assert.Equal("Asked for it", a.Overruled));
        Assert.Equal(standing.Count, standing.Select(a => a.Lane).Distinct().Count());
        await clinic.AssertInOrderAsync(crowd.Where(one => one.IsBooked));
    }

    private static async Task<HttpStatusCode> BookAsync(Visitor desk, DateOnly day, string name, string? overrule)
    {
        var (status, _) = await desk.BookByPhoneAsync(
            ("Treatment", CrowdedClinic.HalfHour), ("Practitioner", "ava"), ("Start", $"{day:yyyy-MM-dd}T09:00"),
            ("Name", name), ("Telephone", "07700 900701"), ("Overrule", overrule ?? ""));
        return status;
    }

    private async Task<Visitor> SignInAsync(StaffRole role)
    {
        await using var context = clinic.Open();
        var member = Phone.Employee(role);
        context.Add(member);
        await context.SaveChangesAsync();
        var visitor = clinic.FrontDoor.Visit();
        await StaffedClinic.SignInAsync(visitor, member.Email!, StaffedClinic.Password);
        return visitor;
    }
}
