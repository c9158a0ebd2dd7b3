using Booking.Tests;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The checker bites: a diary in which something is wrong does not pass it.</summary>
[Collection<Races>]
[Trait(TheSuite.Repeats, TheSuite.OnEachDatabase)]
public sealed class DiaryCheckerTests(NodesWithoutKey clinic) : IClassFixture<NodesWithoutKey>
{
    private static readonly TimeOnly Nine = new(9, 0);

    [Fact]
    public async Task Without_the_key_of_the_claims_people_are_booked_over_each_other_and_the_checker_finds_it()
    {
        var day = await clinic.NewDayAsync();
        IReadOnlyList<string> faults = [];
        for (var start = Nine; faults.Count == 0 && start < Nine.AddHours(4); start = start.AddMinutes(30))
        {
            var crowd = await clinic.AtDetailsAsync(await clinic.CrowdAsync(15, CrowdedClinic.HalfHour, day, "Ava"), start);
            await Task.WhenAll(crowd.Select(one => one.ConfirmAsync()));
            await using var context = clinic.Open();
            faults = await DiaryChecker.FaultsAsync(context, DateTime.UtcNow);
        }

        Assert.Contains(faults, fault => fault.StartsWith("Two appointments overlap at practitioner", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("A tick is claimed twice", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""DELETE FROM "DiaryClaims" WHERE "Tick" % 2 = 0""", "A claim is missing")]
    [InlineData("""UPDATE "DiaryClaims" SET "Owner" = "Owner" + 1000""", "A claim belongs to nobody")]
    [InlineData("""UPDATE "Appointments" SET "Status" = 6""", "A claim belongs to nobody")]
    [InlineData("""UPDATE "AppointmentEvents" SET "What" = 'Looked at'""", "The history of")]
    [InlineData("""DELETE FROM "AppointmentLinks" """, "An acknowledged booking is lost")]
    public async Task The_checker_finds_a_diary_that_somebody_has_tampered_with(string tampering, string found)
    {
        var booked = Assert.Single(await clinic.CrowdAsync(1, CrowdedClinic.HalfHour, await clinic.NewDayAsync()));
        await booked.ChooseAsync(Nine);
        await booked.ConfirmAsync();
        await using var context = clinic.Open();
        await using var undone = await context.Database.BeginTransactionAsync();

        await context.Database.ExecuteSqlRawAsync(tampering);

        var faults = await DiaryChecker.FaultsAsync(context, DateTime.UtcNow);
        Assert.Contains(
            faults.Concat(await DiaryChecker.LostAsync(context, [booked.Reference])),
            fault => fault.StartsWith(found, StringComparison.Ordinal));
    }
}
