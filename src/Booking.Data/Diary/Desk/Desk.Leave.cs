using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>What is to become of an appointment that leave puts out.</summary>
public enum LeaveAct
{
    /// <summary>It stays as it is, in the middle of the leave.</summary>
    Leave,
    Move,
    Cancel,
}

/// <summary>What is to become of one appointment, as somebody has seen it, and where it goes if it is moved.</summary>
public sealed record LeaveChoice(Seen Seen, LeaveAct Act, MoveWish? To = null);

public sealed partial class Desk
{
    /// <summary>Whom this would put out, soonest first.</summary>
    public async Task<IReadOnlyList<Appointment>> WhomItPutsOutAsync(TimeOff off, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await PutOutAsync(context, off, cancellation);
    }

    /// <summary>The same, each with another place if there is one near. Nothing is changed.</summary>
    public async Task<IReadOnlyList<PutOut>> PlanLeaveAsync(TimeOff off, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var putOut = await PutOutAsync(context, off, cancellation);
        if (putOut.Count == 0)
        {
            return [];
        }

        var (now, around) = (clock.Now(), LeavePlan.DaysAround);
        var (today, earliest) = (DateOnly.FromDateTime(now), putOut[0].Date.AddDays(-around));
        var from = earliest < today ? today : earliest;
        var days = putOut[^1].Date.AddDays(around).DayNumber - from.DayNumber + 1;
        var revisions = await Revisions.ReadAsync(context, from, days, cancellation);
        var clinic = await setup.ReadAsync(context, revisions.SetUp, cancellation);
        var taken = await memory.ReadAsync(context, from, days, revisions, clock.UtcNow(), visitor: [], without: null, cancellation);
        await DateQueries.ReadPatientsAsync(context, taken, from, days, cancellation);
        off.Take(taken);
        return new LeavePlan(clinic, taken, from, days, now).For(putOut);
    }

    /// <summary>
    /// Takes time out of the diary and does with each appointment in the way what was chosen for it, all in one; or says why not,
    /// and does nothing. Whoever has come into the way or changed since the plan was made must be looked at first.
    /// </summary>
    /// <param name="series">A new number, by which it can be undone; asked again with the same one, it is there already.</param>
    public async Task<Refusal?> TakeLeaveAsync(
        TimeOff off, IReadOnlyList<LeaveChoice> choices, Guid series, string who, CancellationToken cancellation) =>
        off.WhyNot(clock.Now()) ?? await TryAsync(
            context => TakeLeaveOnceAsync(context, off, choices, Sign(who) with { Series = series }, cancellation), cancellation);

    private async Task<Refusal?> TakeLeaveOnceAsync(
        BookingDbContext context, TimeOff off, IReadOnlyList<LeaveChoice> choices, Signature by, CancellationToken cancellation)
    {
        var to = choices.Select(choice => choice.To).OfType<MoveWish>().Select(wish => DateOnly.FromDateTime(wish.Start));
        await context.ChangeDatesAsync(off.Dates.Concat(to), cancellation);
        var (first, last) = (off.From, off.Until);
        var series = by.Series;
        var known = await context.Blocks.AsNoTracking()
            .Where(block => block.Series == series || (block.RemovedAt == null && block.From == first && block.Until == last))
            .ToListAsync(cancellation);
        if (known.Exists(block => block.Series == series))
        {
            return known.Exists(block => block.Series == series && block.Stands && off.Has(block)) ? null : Refusal.SavedBefore;
        }

        if (known.Exists(off.Has))
        {
            return Refusal.BlockedAlready;
        }

        if (choices.DistinctBy(choice => choice.Seen.Id).Count() != choices.Count)
        {
            return Refusal.PlanHasChanged;
        }

        var putOut = await PutOutAsync(context, off, cancellation);
        if (!putOut.Select(a => new Seen(a.Id, a.Version)).ToHashSet().SetEquals(choices.Select(choice => choice.Seen)))
        {
            return choices.Count == 0 ? Refusal.AppointmentsInTheWay : Refusal.PlanHasChanged;
        }

        var blocks = off.Blocks(by.Series!.Value, by).ToList();
        context.AddRange(blocks);
        await context.SaveChangesAsync(cancellation);
        await LetHoldsGoAsync(context, blocks, by.At, cancellation);
        if (await SettleAsync(context, off, choices, by, cancellation) is { } refusal)
        {
            return refusal;
        }

        foreach (var block in blocks)
        {
            await context.FillBlocksAsync(block, by.At, cancellation);
        }

        return null;
    }

    private async Task<List<Appointment>> PutOutAsync(BookingDbContext context, TimeOff off, CancellationToken cancellation)
    {
        var (first, last, who) = (off.FirstDay, off.LastDay, off.Who.Select(practitioner => practitioner.Id).ToList());
        var there = await context.Appointments.AsNoTracking()
            .Include(a => a.Patient).Include(a => a.Practitioner).Include(a => a.Treatment)
            .Where(a => a.Date >= first && a.Date <= last && a.Status != AppointmentStatus.Cancelled)
            .Where(a => who.Contains(a.PractitionerId))
            .OrderBy(a => a.Date).ThenBy(a => a.Start).ThenBy(a => a.Id)
            .ToListAsync(cancellation);
        return there.FindAll(a => off.PutsOut(a, clock.Now()));
    }

    // Whoever is typing their details finds the time taken when they go on.
    private static async Task LetHoldsGoAsync(
        BookingDbContext context, List<Block> blocks, DateTime utcNow, CancellationToken cancellation)
    {
        var (first, last) = (blocks.SelectMany(b => b.Dates).Min(), blocks.SelectMany(b => b.Dates).Max());
        var holds = await context.Holds.AsNoTracking()
            .Where(hold => hold.Expires > utcNow && hold.Date >= first && hold.Date <= last)
            .ToListAsync(cancellation);
        var met = holds.FindAll(hold => blocks.Exists(block => block.PractitionerId == hold.PractitionerId
            && block.Slot.Overlaps(hold.Slot.Lengthened(hold.TurnaroundMinutes))));
        await Diary.LetGoAsync(context, met, utcNow, cancellation);
    }

    private Task<Refusal?> SettleAsync(
        BookingDbContext context, TimeOff off, IReadOnlyList<LeaveChoice> choices, Signature by, CancellationToken cancellation)
    {
        var acts = choices.Where(choice => choice.Act != LeaveAct.Leave).ToDictionary(choice => choice.Seen.Id);
        return ChangeOnceAsync(
            context,
            [.. acts.Values.Select(choice => choice.Seen)],
            to: [],
            async (_, clinic, appointment) =>
            {
                var refusal = acts[appointment.Id] is { Act: LeaveAct.Move, To: { } to }
                    ? await MoveAsync(context, clinic, appointment, to, by, cancellation)
                    : appointment.Cancel(off.Reason, clinic.Rules, by);
                await context.SaveChangesAsync(cancellation); // so that the next is not put into the same place or room
                return refusal?.Because($"{appointment.Patient.FullName}, {appointment.StartsAt.Said()}: {refusal.Words}");
            },
            cancellation);
    }
}
