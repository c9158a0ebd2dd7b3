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
        var merge = await MergeAsync(kept, away);

        Assert.Equal(
            [(kept, false), (kept, true), (kept, true)], // she waited for one thing twice
            await PlacesAsync());
        Assert.Null(await Clinic.Services.GetRequiredService<Patients>().UndoMergeAsync(merge.Id, "Rita Desk", default));

        Assert.Equal([(away, true), (away, true), (kept, true)], await PlacesAsync());
    }

    [Fact]
    public async Task What_is_being_offered_goes_over_with_the_place_and_comes_back_with_it()
    {
        using var jo = Clinic.Visit();
        await jo.JoinAsync("Liv Shaw", "07700 900402");
        await jo.JoinAsync("Olivia Shaw", "07700 900401", wishes: [("Sunday", "")], treatment: "acupuncture");
        await Clinic.FreeAsync();
        await Clinic.GoRoundAsync();
        var link = WaitingClinic.LinkIn(Assert.Single(Clinic.NewTexts()));
        var (kept, away) = ((await Clinic.PlaceOfAsync("Olivia Shaw")).PatientId, (await Clinic.PlaceOfAsync("Liv Shaw")).PatientId);

        var merge = await MergeAsync(kept, away);
        Assert.Equal(kept, await OpenForAsync());
        Assert.Null(await Clinic.Services.GetRequiredService<Patients>().UndoMergeAsync(merge.Id, "Rita Desk", default));
        Assert.Equal(away, await OpenForAsync());
        await MergeAsync(kept, away);

        Assert.Contains("You are booked", (await jo.SayYesAsync(link)).Text, StringComparison.Ordinal);
        Assert.Equal(kept, await Clinic.LookAsync(context => context.Appointments.Select(a => a.PatientId).SingleAsync()));
        Assert.Empty(await Clinic.FaultsAsync());

        Task<int?> OpenForAsync() => Clinic.LookAsync(context => context.Offers.Select(o => o.OpenFor).SingleAsync());
    }

    [Fact]
    public async Task Of_two_offers_to_one_person_with_two_records_one_is_taken_back_and_its_time_is_free_at_once()
    {
        using var jo = Clinic.Visit();
        await jo.JoinAsync("Liv Shaw", "07700 900402", wishes: [(WaitingClinic.Cara, ""), ("Wednesday", "")]);
        await jo.JoinAsync("Olivia Shaw", "07700 900401", wishes: [(WaitingClinic.Cara, ""), ("Tuesday", "")]);
        await Clinic.FreeAsync();
        Assert.Equal(2, await Clinic.GoRoundAsync());
        var (kept, away) = ((await Clinic.PlaceOfAsync("Olivia Shaw")).PatientId, (await Clinic.PlaceOfAsync("Liv Shaw")).PatientId);

        var merge = await MergeAsync(kept, away);

        var theirs = await Clinic.PlaceOfAsync("Liv Shaw");
        Assert.Equal((OfferState.Withdrawn, false), (Assert.Single(theirs.Offers).State, theirs.IsWaiting));
        Assert.Equal(OfferState.Open, Assert.Single((await Clinic.PlaceOfAsync("Olivia Shaw")).Offers).State);
        using var other = Clinic.Visit();
        var free = (await other.TimesAsync("sports-injury", "cara-lowe")).Offered();
        Assert.Contains("2026-11-25T09:00 cara-lowe", free);
        Assert.DoesNotContain("2026-11-24T09:00 cara-lowe", free);
        Assert.Null(await Clinic.Services.GetRequiredService<Patients>().UndoMergeAsync(merge.Id, "Rita Desk", default));
        Assert.True((await Clinic.PlaceOfAsync("Liv Shaw")).IsWaiting);
        Assert.Empty(await Clinic.FaultsAsync());
    }

    [Fact]
    public async Task A_patient_with_two_places_is_asked_about_one_time_whatever_node_asks()
    {
        using var jo = Clinic.Visit();
        await jo.JoinAsync(wishes: [(WaitingClinic.Cara, ""), ("Tuesday", "")]);
        await jo.JoinAsync(treatment: "acupuncture", wishes: [("Wednesday", "")]);
        await Clinic.FreeAsync();
        Assert.Equal(1, await Clinic.GoRoundAsync());
        var second = await Clinic.PlaceOfAsync("Jo Bloggs");
        var ben = (await Clinic.Services.GetRequiredService<Diary>().ClinicAsync(default)).Practitioner("ben-howard")!;

        var refusal = await Clinic.Waiting.OfferAsync(second.Id, ben, new(2026, 11, 25, 9, 0, 0), "Rita Desk", default); // which has not seen the first

        Assert.Contains("they are being asked about another", refusal!.Words, StringComparison.Ordinal);
        Assert.Equal(1, await Clinic.LookAsync(context => context.Offers.CountAsync(o => o.State == OfferState.Open)));
        Assert.Equal(1, await Clinic.LookAsync(context => context.Holds.CountAsync()));
    }

    [Fact]
    public async Task Who_waits_is_not_forgotten_and_who_is_forgotten_leaves_no_name_on_the_list()
    {
        using var jo = Clinic.Visit();
        await jo.JoinAsync("Marmaduke Featherstonehaugh");
        await Clinic.FreeAsync();
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

    private async Task<PatientMerge> MergeAsync(int kept, int away)
    {
        var patients = Clinic.Services.GetRequiredService<Patients>();
        var (keptRecord, awayRecord) = ((await patients.ReadAsync(kept, default))!, (await patients.ReadAsync(away, default))!);
        Assert.Null(await patients.MergeAsync(
            new(kept, keptRecord.Version), new(away, awayRecord.Version), keptRecord.Details, "Rita Desk", default));
        return Assert.Single(await patients.MergesAsync(kept, default));
    }

    private Task<List<(int Patient, bool Waits)>> PlacesAsync() => Clinic.LookAsync(async context =>
        (await context.WaitingEntries.OrderBy(e => e.Id).ToListAsync()).ConvertAll(e => (e.PatientId, e.IsWaiting)));

    private Task ShredAsync() => Clinic.Services.GetRequiredService<Shredder>().RunAsync(default);
}
