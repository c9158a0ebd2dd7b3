using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class WaitingList
{
    private static readonly Refusal SomebodyWasQuicker = Refusal.Taken.Because(
        "That time has just been taken, or they are being asked about another. Look again.");

    private static readonly Refusal NoTextsGo = new("No texts go just now, so nobody can be asked. Ring them.");

    /// <summary>The next free times that can be put to somebody, whatever their wishes, soonest first.</summary>
    public async Task<IReadOnlyList<FreeTime>> TimesForAsync(WaitingEntry entry, int most, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var (clinic, taken) = await ReadDiaryAsync(context, cancellation);
        var lapses = clock.Now().AddMinutes(clinic.Rules.OfferMinutes);
        var free = new Availability(clinic, taken, clock.Today(), clinic.Rules.HorizonDays + 1, lapses);
        var treatment = clinic.Treatment(entry.TreatmentId)!;
        return
        [
            .. All(free, treatment).Where(time => entry.WhyNot(time.Slot) is null)
                .OrderByDescending(entry.Wishes.Suit).ThenBy(time => time.Slot.StartsAt).Take(most),
        ];
    }

    /// <summary>The next times that suit somebody and are free to book now: nobody need wait for them.</summary>
    /// <param name="keeps">The appointment that they keep meanwhile; null if they have none.</param>
    public async Task<IReadOnlyList<FreeTime>> FreeNowAsync(
        Treatment treatment, Wishes wishes, Appointment? keeps, int most, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var (clinic, taken) = await ReadDiaryAsync(context, cancellation);
        var free = new Availability(
            clinic, taken, clock.Today(), clinic.Rules.HorizonDays + 1, clock.Now(), moving: keeps);
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
        if (await IsSilencedAsync(context, cancellation))
        {
            return NoTextsGo;
        }

        var clinic = await setup.ReadAsync(context, cancellation);
        var (treatment, by) = (clinic.Treatment(place.Entry.TreatmentId)!, Sign(who));
        var slot = new Slot(DateOnly.FromDateTime(start), TimeOnly.FromDateTime(start), treatment.Minutes);
        if ((place.Entry.WhyNotAsk(place.NoTexts, clinic.Rules, by.At) ?? place.Entry.WhyNot(slot)) is { } refusal)
        {
            return refusal;
        }

        var lapses = by.At.AddMinutes(clinic.Rules.OfferMinutes);
        var day = await WrittenDay.ReadAsync(context, clinic, slot.Date, [], lapses, cancellation);
        var (found, objection) = day.FindOnline(treatment, with, slot.Start, Length.Of(treatment), place.Entry.PatientId);
        return objection is not null ? objection
            : await MakeAsync(new PlannedOffer(found!, [place.Entry]), by, cancellation) == 0 ? SomebodyWasQuicker : null;
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
        var hold = HoldOf(planned.Place, by.At, rules);
        context.Add(hold);
        await context.SaveChangesAsync(cancellation);
        await context.TakeAsync(hold.Claims(), by.At, cancellation);
        context.AddRange(entries.Select(entry => Offer.Of(entry, hold, by)));
        await context.SaveChangesAsync(cancellation);
        return entries.Count;
    }

    private static Hold HoldOf(Place place, DateTime utcNow, BookingRules rules) => new()
    {
        // Nobody holds its reference, and no browser: it is taken over by whoever says yes.
        ReferenceHash = RandomNumberGenerator.GetBytes(Reference.HashBytes),
        Visitor = RandomNumberGenerator.GetBytes(Reference.HashBytes),
        TreatmentId = place.Treatment.Id,
        PractitionerId = place.Practitioner.Id,
        RoomId = place.Room?.Id,
        Date = place.Date,
        Start = place.Start,
        Minutes = place.Minutes,
        TurnaroundMinutes = place.Treatment.TurnaroundMinutes,
        RedFlagVersion = null,
        MadeAt = utcNow,
        Expires = utcNow.AddMinutes(rules.OfferMinutes),
    };
}
