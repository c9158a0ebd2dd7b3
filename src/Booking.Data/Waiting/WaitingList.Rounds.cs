using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class WaitingList
{
    /// <summary>
    /// One round of the list: ends what is over and puts the times that are free to those whom they suit. It may run twice, at
    /// once, late and on any node: the claims and the offers' keys let one of them have its way.
    /// </summary>
    /// <returns>To how many something is offered.</returns>
    public async Task<int> GoRoundAsync(CancellationToken cancellation)
    {
        if (!await AnybodyWaitsAsync(cancellation))
        {
            return 0;
        }

        var waiting = await WaitingAsync(cancellation);
        if (await TidyAsync(waiting, cancellation))
        {
            waiting = await WaitingAsync(cancellation);
        }

        var offered = 0;
        foreach (var planned in await PlanAsync(waiting, cancellation))
        {
            offered += await MakeAsync(planned, Sign(WaitingEvent.ByItself), cancellation);
        }

        return offered;
    }

    private async Task<bool> AnybodyWaitsAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.WaitingEntries.AnyAsync(e => e.EndedAt == null, cancellation);
    }

    // Whether anything was to be done.
    private async Task<bool> TidyAsync(IReadOnlyList<OnList> waiting, CancellationToken cancellation)
    {
        var (now, utcNow, tidied) = (clock.Now(), clock.UtcNow(), false);
        foreach (var entry in waiting.Select(place => place.Entry))
        {
            if (entry.WhyOver(now) is { } over)
            {
                await EndAsync(entry.Id, over, WaitingEvent.ByItself, cancellation);
                tidied = true;
            }
            else if (entry.Asked is { } offer && !offer.IsOpen(utcNow))
            {
                await TryAsync(context => LapseAsync(context, offer.Id, cancellation), cancellation);
                tidied = true;
            }
            else if (entry.HasLostIt(now))
            {
                await TryAsync(context => LetGoAsync(context, entry.Id, cancellation), cancellation);
                tidied = true;
            }
        }

        return await NoteBookingsAsync(waiting, cancellation) || tidied;
    }

    private static async Task<Refusal?> LapseAsync(BookingDbContext context, int offerId, CancellationToken cancellation)
    {
        var offer = await context.Offers.Include(o => o.Message).SingleAsync(o => o.Id == offerId, cancellation);
        if (offer.State == OfferState.Open)
        {
            offer.Become(OfferState.Lapsed);
            await context.SaveChangesAsync(cancellation);
        }

        return null;
    }

    private async Task<Refusal?> LetGoAsync(BookingDbContext context, int id, CancellationToken cancellation)
    {
        await context.TakeTurnsAsync([id], cancellation);
        var entry = await context.WaitingEntries.Include(e => e.Kept).SingleAsync(e => e.Id == id, cancellation);
        if (entry.IsWaiting && entry.HasLostIt(clock.Now()))
        {
            entry.LetGo(Sign(WaitingEvent.ByItself));
            await context.SaveChangesAsync(cancellation);
        }

        return null;
    }

    // Whoever has found a time for themselves meanwhile wants an earlier one, not a second. What was booked online in their name
    // may be somebody else's doing.
    private async Task<bool> NoteBookingsAsync(IReadOnlyList<OnList> waiting, CancellationToken cancellation)
    {
        var without = waiting.Select(place => place.Entry).Where(entry => entry.Kept is null).ToList();
        var patients = without.Select(entry => entry.PatientId).Distinct().ToList();
        var (now, today) = (clock.Now(), clock.Today());
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var booked = await context.Appointments.AsNoTracking()
            .Where(a => patients.Contains(a.PatientId) && a.Date >= today && a.Status != AppointmentStatus.Cancelled)
            .OrderBy(a => a.Date).ThenBy(a => a.Start)
            .Select(a => new { Visit = a, By = a.History.OrderBy(line => line.Id).Select(line => line.Who).First() })
            .ToListAsync(cancellation);
        var found = without
            .Select(entry => (entry.Id, Kept: booked.Find(one => one.Visit.CanBeCancelled(now) && one.Visit.BookedAt > entry.JoinedAt
                && (one.Visit.PatientId, one.Visit.TreatmentId) == (entry.PatientId, entry.TreatmentId))))
            .Where(pair => pair.Kept is not null)
            .ToList();
        foreach (var (id, kept) in found)
        {
            await TryAsync(
                async writing =>
                {
                    await writing.TakeTurnsAsync([id], cancellation);
                    var entry = await writing.WaitingEntries.SingleAsync(e => e.Id == id, cancellation);
                    if (entry is { IsWaiting: true, AppointmentId: null })
                    {
                        entry.Keep(kept!.Visit, onlyFound: kept.By == AppointmentEvent.ByPatient, Sign(WaitingEvent.ByItself));
                        await writing.SaveChangesAsync(cancellation);
                    }

                    return null;
                },
                cancellation);
        }

        return found.Count > 0;
    }

    private async Task<IReadOnlyList<PlannedOffer>> PlanAsync(IReadOnlyList<OnList> waiting, CancellationToken cancellation)
    {
        var (utcNow, today) = (clock.UtcNow(), clock.Today());
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rules = (await setup.ReadAsync(context, cancellation)).Rules;
        var asking = waiting.Where(place => place.Entry.Asked is not null).Select(place => place.Entry.PatientId).ToHashSet();
        var ready = waiting
            .Where(place => place.Entry.WhyNotAsk(place.NoTexts, rules, utcNow) is null && !asking.Contains(place.Entry.PatientId))
            .Select(place => place.Entry).ToList();
        if (rules.OffersAtOnce == 0 || ready.Count == 0 || await WhyNobodyAsync(context, cancellation) is not null)
        {
            return [];
        }

        var (clinic, taken) = await ReadDiaryAsync(context, without: null, cancellation);
        var days = clinic.Rules.HorizonDays + 1;
        await DateQueries.ReadPatientsAsync(context, taken, today, days, cancellation);
        var freed = await FreedAsync(context, clinic, ready.Min(entry => entry.JoinedAt), cancellation);
        LeaveForUndo(freed, taken, utcNow.AddSeconds(-rules.UndoSeconds));
        var asked = await AskedLatelyAsync(context, utcNow, cancellation);
        var plan = new OfferPlan(
            clinic, taken, freed.Select(one => one.Time), today, days, ClinicTime.ToWall(utcNow).AddMinutes(rules.OfferMinutes));
        return [.. plan.For(ready, rules.OffersAtOnce, asked)];
    }

    private static Task<Dictionary<string, int>> AskedLatelyAsync(
        BookingDbContext context, DateTime utcNow, CancellationToken cancellation)
    {
        var dayAgo = utcNow.AddDays(-1);
        return context.Offers.Where(offer => offer.MadeAt > dayAgo)
            .GroupBy(offer => offer.Entry.Patient.Telephone)
            .Select(theirs => new { Telephone = theirs.Key, Count = theirs.Count() })
            .ToDictionaryAsync(theirs => theirs.Telephone, theirs => theirs.Count, cancellation);
    }

    // The clinic, and what is taken of the days that can be booked.
    private async Task<(Clinic Clinic, Occupancy Taken)> ReadDiaryAsync(
        BookingDbContext context, Appointment? without, CancellationToken cancellation)
    {
        var (today, days) = (clock.Today(), (await setup.ReadAsync(context, cancellation)).Rules.HorizonDays + 1);
        var revisions = await Revisions.ReadAsync(context, today, days, cancellation);
        var clinic = await setup.ReadAsync(context, revisions.SetUp, cancellation);
        return (clinic, await memory.ReadAsync(context, today, days, revisions, clock.UtcNow(), visitor: [], without, cancellation));
    }
}
