using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class WaitingList
{
    private static readonly Refusal SomebodyWasQuicker = Refusal.Taken.Because(
        "That time has just been taken, or they are being asked about another. Look again.");

    /// <summary>The next free times that can be put to somebody, whatever their wishes, soonest first.</summary>
    public async Task<IReadOnlyList<FreeTime>> TimesForAsync(WaitingEntry entry, int most, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var plan = await PlanByHandAsync(context, cancellation);
        return [.. plan.For(entry).OrderByDescending(entry.Wishes.Suit).ThenBy(time => time.Slot.StartsAt).Take(most)];
    }

    // Whatever is free, whether it has just been given back or not.
    private async Task<OfferPlan> PlanByHandAsync(BookingDbContext context, CancellationToken cancellation)
    {
        var (clinic, taken) = await ReadDiaryAsync(context, without: null, cancellation);
        var (today, days) = (clock.Today(), clinic.Rules.HorizonDays + 1);
        await DateQueries.ReadPatientsAsync(context, taken, today, days, cancellation);
        return new OfferPlan(clinic, taken, freed: [], today, days, clock.Now().AddMinutes(clinic.Rules.OfferMinutes));
    }

    /// <summary>The next times that suit somebody and are free to book now: nobody need wait for them.</summary>
    /// <param name="keeps">The appointment that they keep meanwhile; null if they have none.</param>
    public async Task<IReadOnlyList<FreeTime>> FreeNowAsync(
        Treatment treatment, Wishes wishes, Appointment? keeps, int most, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var (clinic, taken) = await ReadDiaryAsync(context, without: keeps, cancellation);
        var (today, days) = (clock.Today(), clinic.Rules.HorizonDays + 1);
        if (keeps is not null)
        {
            await DateQueries.ReadPatientsAsync(context, taken, today, days, cancellation);
            taken.GiveBack(Resource.Patient(keeps.PatientId), keeps.Slot);
        }

        var free = new Availability(clinic, taken, today, days, clock.Now(), moving: keeps);
        return
        [
            .. All(free, treatment).Where(time => wishes.Suit(time) && (keeps is null || time.Slot.StartsAt < keeps.StartsAt))
                .OrderBy(time => time.Slot.StartsAt).DistinctBy(time => time.Slot.StartsAt).Take(most),
        ];
    }

    private static IEnumerable<FreeTime> All(Availability free, Treatment treatment) => free.Dates
        .SelectMany(date => free.Clinic.WhoGive(treatment).SelectMany(with => free.On(date, treatment, with)));

    /// <summary>Puts this time to this person now, because somebody at the desk wants it so; or says why not.</summary>
    /// <param name="start">Clinic time.</param>
    public async Task<Refusal?> OfferAsync(int id, Practitioner with, DateTime start, string who, CancellationToken cancellation)
    {
        if (await ReadAsync(id, cancellation) is not { } place)
        {
            return NoLongerWaiting;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var (entry, by) = (place.Entry, Sign(who));
        var rules = (await setup.ReadAsync(context, cancellation)).Rules;
        if ((await WhyNobodyAsync(context, cancellation) ?? entry.WhyNotAsk(place.NoTexts, rules, by.At) ?? entry.WhyNot(start)) is { } refusal)
        {
            return refusal;
        }

        // By the very list from which it was chosen.
        return (await PlanByHandAsync(context, cancellation)).For(entry, with, start) is not { } planned ? Refusal.Taken
            : await MakeAsync(planned, by, cancellation) == 0 ? SomebodyWasQuicker : null;
    }

    // One transaction: the time is kept and all are asked, or nothing has happened.
    private async Task<int> MakeAsync(PlannedOffer planned, Signature by, CancellationToken cancellation)
    {
        try
        {
            return await transactions.RunAsync(
                context => MakeAsync(context, planned, by, cancellation), keep: offered => offered > 0, cancellation);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException
            || e.IsDuplicateIn(nameof(BookingDbContext.DiaryClaims))
            || e.IsDuplicateIn(nameof(BookingDbContext.Offers))
            || e.IsDuplicateIn(nameof(BookingDbContext.Messages)))
        {
            return 0; // Another node, the desk or a patient was quicker: the next round sees what is left.
        }
    }

    private async Task<int> MakeAsync(
        BookingDbContext context, PlannedOffer planned, Signature by, CancellationToken cancellation)
    {
        var ids = planned.To.Select(entry => entry.Id).ToList();
        await context.ChangeDatesAsync([planned.Place.Date], cancellation);
        await context.TakeTurnsAsync(ids, cancellation);
        var entries = await context.WaitingEntries.Where(e => ids.Contains(e.Id) && e.EndedAt == null).ToListAsync(cancellation);
        var rules = (await setup.ReadAsync(context, cancellation)).Rules;
        var hold = HoldOf(planned, by.At, rules);
        context.Add(hold);
        await context.SaveChangesAsync(cancellation);
        await context.TakeAsync(hold.Claims(), by.At, cancellation);
        context.AddRange(entries.Select(entry => Offer.Of(entry, hold, by)));
        await context.SaveChangesAsync(cancellation);
        return entries.Count;
    }

    private static Hold HoldOf(PlannedOffer planned, DateTime utcNow, BookingRules rules) => new()
    {
        // Nobody holds its reference, and no browser: it is taken over by whoever says yes.
        ReferenceHash = RandomNumberGenerator.GetBytes(Reference.HashBytes),
        Visitor = RandomNumberGenerator.GetBytes(Reference.HashBytes),
        TreatmentId = planned.Place.Treatment.Id,
        PractitionerId = planned.Place.Practitioner.Id,
        RoomId = planned.Place.Room?.Id,
        Date = planned.Place.Date,
        Start = planned.Place.Start,
        Minutes = planned.Place.Minutes,
        TurnaroundMinutes = planned.Turnaround,
        RedFlagVersion = null,
        MadeAt = utcNow,
        Expires = utcNow.AddMinutes(rules.OfferMinutes),
    };
}
