using Booking.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The next free times for an appointment that is to move are those to which it can.</summary>
public sealed class DiaryNextTests(StaffedClinic clinic) : IClassFixture<StaffedClinic>
{
    [Fact]
    public async Task A_visit_that_was_made_longer_is_offered_times_of_its_own_length()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Long Lena", new DateOnly(2026, 12, 1), new(9, 0), "07700 900601");
        var next = await clinic.BookAsync("Next Ned", new DateOnly(2026, 12, 1), new(11, 0), "07700 900602");
        await MoveAsync(booked, new(2026, 12, 1, 9, 0, 0), minutes: 90);

        var times = await NextAsync(desk, booked, "2026-12-01T08:00");

        Assert.Contains(("2026-12-01T09:15", "2026-12-01T10:45"), times);
        Assert.DoesNotContain("2026-12-01T09:00", Starts(times)); // where it is
        Assert.DoesNotContain("2026-12-01T10:00", Starts(times)); // 45 minutes would fit before Ned
        await clinic.TidyAsync(next);
        await clinic.TidyAsync((await clinic.ReadAsync(booked.Id))!);
    }

    [Fact]
    public async Task One_that_was_left_in_the_middle_of_leave_is_not_offered_the_leave()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var booked = await clinic.BookAsync("Left Lotte", new DateOnly(2026, 12, 2), new(9, 0), "07700 900603");
        await clinic.RememberAsync(async context =>
        {
            await context.ChangeDatesAsync([booked.Date], default);
            context.Add(new Block
            {
                PractitionerId = booked.PractitionerId,
                From = new(2026, 12, 2, 8, 0, 0),
                Until = new(2026, 12, 2, 12, 0, 0),
                Reason = "Meeting",
            });
            return await context.SaveChangesAsync();
        });

        var times = await NextAsync(desk, booked, "2026-12-02T08:00");

        Assert.Equal("2026-12-02T12:30", Starts(times).First()); // after the meeting and lunch
        await clinic.TidyAsync(booked);
    }

    [Fact]
    public async Task One_that_is_booked_beside_another_is_not_offered_the_others_time()
    {
        using var desk = await clinic.SignInAsync(StaffRole.Receptionist);
        var there = await clinic.BookAsync("There Theo", new DateOnly(2026, 12, 3), new(9, 0), "07700 900604");
        var beside = await clinic.BookAsync("Beside Bo", new DateOnly(2026, 12, 3), new(10, 0), "07700 900605");
        await MoveAsync(beside, new(2026, 12, 3, 9, 15, 0), overrule: "In pain");

        var times = await NextAsync(desk, beside, "2026-12-03T08:00");

        Assert.Contains("2026-12-03T08:15", Starts(times));
        Assert.DoesNotContain("2026-12-03T09:30", Starts(times)); // Theo's, beside whom he is
        await clinic.TidyAsync(there);
        await clinic.TidyAsync((await clinic.ReadAsync(beside.Id))!);
    }

    private async Task MoveAsync(Appointment booked, DateTime to, int? minutes = null, string? overrule = null)
    {
        var amy = (await clinic.Services.GetRequiredService<Diary>().ClinicAsync(default)).Practitioner("amy-patel")!;
        Assert.Null(await clinic.Services.GetRequiredService<Desk>().MoveAsync(
            new Seen(booked.Id, booked.Version), new MoveWish(amy, to, minutes, Overrule: overrule), "Rosa Desk", default));
    }

    private static IEnumerable<string?> Starts(IEnumerable<(string? Start, string? End)> times) => times.Select(time => time.Start);

    private static async Task<List<(string? Start, string? End)>> NextAsync(Visitor desk, Appointment moving, string after) =>
        (await desk.JsonAsync(
            $"/staff/diary/next?treatment=sports-injury&with=amy-patel&after={after}&count=30&for={moving.Id}&patient={moving.PatientId}"))
        .EnumerateArray().Select(time => (time.Text("start"), time.Text("end"))).ToList();
}
