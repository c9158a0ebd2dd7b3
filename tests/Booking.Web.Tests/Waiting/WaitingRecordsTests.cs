using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>What becomes of a place on the list when records are joined, and when a patient is forgotten.</summary>
public sealed class WaitingRecordsTests(WaitingClinic clinic) : WaitingTests(clinic)
{
    [Fact]
    public async Task Places_on_the_list_go_over_with_a_record_and_come_back_with_it()
    {
        using var jo = Clinic.Visit();
        await jo.JoinAsync("Liv Shaw", "07700 900402");
        await jo.JoinAsync("Liv Shaw", "07700 900402", "acupuncture", ("Monday", ""));
        await jo.JoinAsync("Olivia Shaw", "07700 900401");
        var (away, kept) = ((await Clinic.PlaceOfAsync("Liv Shaw")).PatientId, (await Clinic.PlaceOfAsync("Olivia Shaw")).PatientId);
        var patients = Clinic.Services.GetRequiredService<Patients>();
        var (keptRecord, awayRecord) = ((await patients.ReadAsync(kept, default))!, (await patients.ReadAsync(away, default))!);

        Assert.Null(await patients.MergeAsync(
            new(kept, keptRecord.Version), new(away, awayRecord.Version), keptRecord.Details, "Rita Desk", default));

        Assert.Equal(
            [(kept, false), (kept, true), (kept, true)], // she waited for one thing twice
            await PlacesAsync());
        var merge = Assert.Single(await patients.MergesAsync(kept, default));

        Assert.Null(await patients.UndoMergeAsync(merge.Id, "Rita Desk", default));

        Assert.Equal([(away, false), (away, true), (kept, true)], await PlacesAsync());
    }

    [Fact]
    public async Task Who_waits_is_not_forgotten_and_who_is_forgotten_leaves_no_name_on_the_list()
    {
        using var jo = Clinic.Visit();
        await jo.JoinAsync("Marmaduke Featherstonehaugh");
        await Clinic.GoRoundAsync();
        Clinic.WindTo("2027-11-24 12:00"); // a year later, as with who booked and never came
        await ShredAsync();
        Assert.Equal(1, await Clinic.LookAsync(context => context.Patients.CountAsync(p => p.EmptiedAt == null))); // still waits

        await Clinic.GoRoundAsync(); // the last day has long passed
        await ShredAsync();

        Assert.Equal("Removed", await Clinic.LookAsync(context => context.Patients.Select(p => p.FullName).SingleAsync()));
        var place = await Clinic.LookAsync(context => context.WaitingEntries.Include(e => e.History).Include(e => e.Offers).SingleAsync());
        Assert.Equal("Removed", place.JoinedAs);
        Assert.All(place.History, line => Assert.Equal("Removed", line.What));
        Assert.Single(place.Offers); // that a time was offered, and when, stays
        Assert.Equal(0, await Clinic.LookAsync(context => context.WaitingLinks.CountAsync()));
        Assert.All(await Clinic.LookAsync(context => context.Messages.Select(m => m.To).ToListAsync()), Assert.Null);
    }

    private Task<List<(int Patient, bool Waits)>> PlacesAsync() => Clinic.LookAsync(async context =>
        (await context.WaitingEntries.OrderBy(e => e.Id).ToListAsync()).ConvertAll(e => (e.PatientId, e.IsWaiting)));

    private Task ShredAsync() => Clinic.Services.GetRequiredService<Shredder>().RunAsync(default);
}
