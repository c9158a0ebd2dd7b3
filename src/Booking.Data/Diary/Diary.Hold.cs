using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>A time that somebody has asked for, and who asks.</summary>
/// <param name="Practitioner">The one asked for, or shown when anybody would do.</param>
/// <param name="AnyoneWillDo">Whether another who is free then may take the place of one who has just been taken.</param>
/// <param name="RedFlagVersion">The wording to which they said "none of these", if they did.</param>
/// <param name="SeenBefore">Whether they have shown that they are a patient of the clinic.</param>
public sealed record HoldWish(
    Treatment Treatment,
    Practitioner Practitioner,
    bool AnyoneWillDo,
    DateOnly Date,
    TimeOnly Start,
    byte[] Visitor,
    int? RedFlagVersion,
    bool SeenBefore);

public sealed partial class Diary
{
    private const int MostTries = 6;

    private static readonly Func<BookingDbContext, byte[], IAsyncEnumerable<Hold>> HeldBy = EF.CompileAsyncQuery(
        (BookingDbContext context, byte[] visitor) => context.Holds.AsNoTracking().Where(hold => hold.HeldBy == visitor));

    /// <summary>Keeps a time for a few minutes; or says why not. The visitor's earlier hold is let go of.</summary>
    public async Task<(Reference Held, Refusal? Refusal)> HoldAsync(HoldWish wish, CancellationToken cancellation)
    {
        if (wish.Treatment.Service.NeedsRedFlagCheck && wish.RedFlagVersion is null)
        {
            return (default, Refusal.CheckNeeded);
        }

        if (!wish.Treatment.OpenToNewPatients && !wish.SeenBefore)
        {
            return (default, Refusal.NotOffered);
        }

        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            var availability = await OpenAsync(wish.Date, 1, wish.Visitor, cancellation);
            var (day, refusal) = Choose(availability, wish);
            if (refusal is not null)
            {
                return (default, refusal);
            }

            try
            {
                var reference = Reference.From(RandomNumberGenerator.GetBytes(Reference.Bytes));
                var hold = NewHold(wish, day, reference, availability.Clinic.Rules);
                await transactions.RunAsync(context => KeepAsync(context, hold, cancellation), cancellation);
                return (reference, null);
            }
            catch (DbUpdateException e) when (e.IsDuplicateIn(nameof(BookingDbContext.DiaryClaims)))
            {
                // Somebody was quicker. Looking again shows whether a colleague or another room is still free.
            }
            catch (DbUpdateException e) when (e.IsDuplicateIn(nameof(BookingDbContext.Holds)))
            {
                // The same browser has chosen another time at the same moment: the later choice lets go of it.
            }
        }

        return (default, Refusal.Taken);
    }

    /// <summary>Takes back what a visitor holds, so that no page left open can book it.</summary>
    public async Task DropHoldsAsync(byte[] visitor, CancellationToken cancellation) => await transactions.RunAsync(
        async context =>
        {
            var utcNow = clock.UtcNow();
            var held = await HeldBy(context, visitor).ToListAsync(cancellation);
            await context.ChangeDatesAsync(held.Select(hold => hold.Date), cancellation);
            await LetGoAsync(context, held, utcNow, cancellation);
            return await context.Holds.Where(hold => hold.Visitor == visitor).ExecuteDeleteAsync(cancellation);
        },
        cancellation);

    private static (DiaryDay Day, Refusal? Refusal) Choose(Availability availability, HoldWish wish)
    {
        var asked = availability.Day(wish.Practitioner, wish.Date);
        var refusal = asked.WhyNot(wish.Treatment, wish.Start);
        if (refusal == Refusal.Taken && wish.AnyoneWillDo)
        {
            var others = availability.On(wish.Date, wish.Treatment).Where(time => time.Slot.Start == wish.Start).ToList();
            return others.Count > 0 ? (availability.Day(others[0].Practitioner, wish.Date), null) : (asked, refusal);
        }

        return (asked, refusal);
    }

    private Hold NewHold(HoldWish wish, DiaryDay day, Reference reference, BookingRules rules) => new()
    {
        ReferenceHash = reference.Hash,
        Visitor = wish.Visitor,
        HeldBy = wish.Visitor,
        TreatmentId = wish.Treatment.Id,
        PractitionerId = day.Practitioner.Id,
        RoomId = day.RoomFor(wish.Treatment, wish.Start)?.Id,
        Date = wish.Date,
        Start = wish.Start,
        Minutes = wish.Treatment.Minutes,
        TurnaroundMinutes = wish.Treatment.TurnaroundMinutes,
        RedFlagVersion = wish.RedFlagVersion,
        MadeAt = clock.UtcNow(),
        Expires = clock.UtcNow().AddMinutes(rules.HoldMinutes),
    };

    private static async Task<int> KeepAsync(BookingDbContext context, Hold hold, CancellationToken cancellation)
    {
        var held = await HeldBy(context, hold.Visitor).ToListAsync(cancellation);
        await context.ChangeDatesAsync(held.Select(h => h.Date).Append(hold.Date), cancellation);
        await LetGoAsync(context, held, hold.MadeAt, cancellation);
        context.Holds.Add(hold);
        await context.SaveChangesAsync(cancellation);
        await context.TakeAsync(hold.Claims(), hold.MadeAt, cancellation);
        return hold.Id;
    }

    // The row stays until it is swept away: a page left open on it can still ask for the same time again.
    internal static async Task LetGoAsync(
        BookingDbContext context, List<Hold> held, DateTime utcNow, CancellationToken cancellation)
    {
        foreach (var hold in held)
        {
            await context.ReleaseAsync(hold.Claims(), cancellation);
            await context.Holds.Where(h => h.Id == hold.Id).ExecuteUpdateAsync(
                row => row.SetProperty(h => h.HeldBy, (byte[]?)null)
                    .SetProperty(h => h.Expires, h => h.Expires < utcNow ? h.Expires : utcNow),
                cancellation);
        }
    }
}
