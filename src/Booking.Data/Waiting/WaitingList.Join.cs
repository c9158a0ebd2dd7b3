using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>Who wants to join the waiting list, and for what.</summary>
/// <param name="Typed">What they typed about themselves; null where <paramref name="PatientId"/> tells who it is.</param>
/// <param name="RedFlagVersion">The wording to which they said "none of these", if they did.</param>
/// <param name="Keeps">The appointment that they keep until an earlier time comes free.</param>
public sealed record WaitingWish(
    Treatment Treatment, Wishes Wishes, PatientDetails? Typed, int? PatientId, int? RedFlagVersion, int? Keeps = null);

public sealed partial class WaitingList
{
    private const int MostTries = 5;

    /// <summary>What would go to this telephone does not arrive.</summary>
    public static readonly Refusal NoTextsThere = new(
        "We cannot text this number, so we cannot offer you a time. Ring us, or give a mobile that takes texts.");

    private static readonly Refusal CannotBeKept = new("That appointment can no longer be moved to another time. Look at it again, or ring us.");

    private static readonly Refusal IsShut = new("Nobody can join the waiting list online at the moment. Please ring us.");

    /// <summary>
    /// Puts somebody on the list and texts them the link to their place; or says why not. Of who is on it already for that
    /// treatment the wishes change only if reception asks, or it is asked from the page of their appointment: from a page for
    /// anybody nothing changes but that the link goes once more, to the telephone of the place.
    /// </summary>
    public async Task<(int EntryId, Refusal? Refusal)> JoinAsync(WaitingWish wish, string who, CancellationToken cancellation)
    {
        var isStranger = who == AppointmentEvent.ByPatient && wish.PatientId is null;
        if (!wish.Treatment.OfferedOnline || (isStranger && !wish.Treatment.OpenToNewPatients))
        {
            return (0, Refusal.NotOffered);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await transactions.RunAsync(
                    context => JoinAsync(context, wish, Sign(who), cancellation), keep: joined => joined.Refusal is null, cancellation);
            }
            catch (DbUpdateException e) when (attempt < MostTries && (e is DbUpdateConcurrencyException
                || e.IsDuplicateIn(nameof(BookingDbContext.WaitingEntries)) || e.IsDuplicateIn(nameof(BookingDbContext.Patients))
                || e.IsDuplicateIn(nameof(BookingDbContext.Messages)) || e.IsDuplicateIn(nameof(BookingDbContext.TelephoneDays))))
            {
                // The same form sent twice at once: the next look finds what is there.
            }
        }
    }

    /// <summary>A new secret way to a place, for whoever has shown that they may have it.</summary>
    public async Task<Reference> NewLinkAsync(int entryId, CancellationToken cancellation)
    {
        var link = Reference.From(RandomNumberGenerator.GetBytes(Reference.Bytes));
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        context.Add(new WaitingLink { Hash = link.Hash, EntryId = entryId });
        await context.SaveChangesAsync(cancellation);
        return link;
    }

    private async Task<(int EntryId, Refusal? Refusal)> JoinAsync(
        BookingDbContext context, WaitingWish wish, Signature by, CancellationToken cancellation)
    {
        var clinic = await setup.ReadAsync(context, cancellation);
        if (by.IsPatients && !IsOpenToPatients(clinic.Rules))
        {
            return (0, IsShut);
        }

        if (wish.Keeps is null && wish.Treatment.Service.NeedsRedFlagCheck
            && (wish.RedFlagVersion is null || wish.RedFlagVersion != clinic.RedFlags?.Version))
        {
            return (0, Refusal.CheckNeeded);
        }

        var patient = wish.Typed is { } typed
            ? await context.RecogniseAsync(typed, by.At, cancellation)
            : await context.KnownAsync(wish.PatientId, cancellation);
        if (patient is null)
        {
            return (0, Refusal.NoSuchPatient);
        }

        if (wish.Keeps is { } keeps && !await CanKeepAsync(context, clinic, wish, patient, keeps, by, cancellation))
        {
            return (0, CannotBeKept);
        }

        var entry = await PlaceInUseAsync(context, patient, wish.Treatment, by, cancellation);
        if (await WhyNotJoinAsync(context, clinic.Rules, wish, patient, entry, by, cancellation) is { } refusal)
        {
            return (0, refusal);
        }

        if (entry is null)
        {
            entry = WaitingEntry.Join(
                patient, wish.Typed?.Name.Text ?? patient.FullName, wish.Treatment, wish.Wishes, wish.Keeps, wish.RedFlagVersion, by);
            context.Add(entry);
            await context.SaveChangesAsync(cancellation);
        }
        else if (!IsAnybodys(wish, by))
        {
            entry.JoinAgain(wish.Wishes, wish.Keeps, wish.RedFlagVersion, by);
        }

        entry.TellLink(by.At);
        await context.SaveChangesAsync(cancellation);
        return (entry.Id, null);
    }

    // One that the next round would end is ended first: they are to wait for what they ask for now.
    private async Task<WaitingEntry?> PlaceInUseAsync(
        BookingDbContext context, Patient patient, Treatment treatment, Signature by, CancellationToken cancellation)
    {
        var entry = await context.WaitingEntries.AsSplitQuery()
            .Include(e => e.Kept).Include(e => e.Links).Include(e => e.Offers).ThenInclude(o => o.Message)
            .SingleOrDefaultAsync(
                e => e.PatientId == patient.Id && e.TreatmentId == treatment.Id && e.EndedAt == null, cancellation);
        if (entry?.WhyOver(by.Now) is not { } over)
        {
            return entry;
        }

        entry.End(over, Sign(WaitingEvent.ByItself));
        entry.Asked?.Become(OfferState.Withdrawn); // the time is kept until it lapses
        await context.SaveChangesAsync(cancellation);
        return null;
    }

    // To whoever has only typed a name and a number it says the same whether such a person waits, and takes texts, or not.
    private static async Task<Refusal?> WhyNotJoinAsync(
        BookingDbContext context,
        BookingRules rules,
        WaitingWish wish,
        Patient patient,
        WaitingEntry? entry,
        Signature by,
        CancellationToken cancellation)
    {
        var isStranger = by.IsPatients && wish.Typed is not null;
        var refusal = by.IsPatients ? await WhyUnreachableAsync(context, patient, isStranger, cancellation) : null;
        refusal ??= IsAnybodys(wish, by) || (by.IsPatients && entry is null)
            ? await WhyTooManyAsync(context, patient, entry, rules, by.At, cancellation)
            : null;
        return refusal ?? (IsAnybodys(wish, by) ? null : WhyNotInstead(entry, wish.Keeps, by));
    }

    // From a page for anybody, not from that of an appointment nor from the desk.
    private static bool IsAnybodys(WaitingWish wish, Signature by) => by.IsPatients && wish.Keeps is null;

    /// <summary>Why the patient cannot ask for something earlier than this: they wait with another of the same kind. Or null.</summary>
    public async Task<Refusal?> WhyNotForAsync(Appointment keeps, CancellationToken cancellation)
    {
        var by = Signature.OfPatient(clock.UtcNow());
        var place = (await OfPatientAsync(keeps.PatientId, cancellation)).Select(one => one.Entry)
            .FirstOrDefault(entry => entry.TreatmentId == keeps.TreatmentId && entry.WhyOver(by.Now) is null);
        return WhyNotInstead(place, keeps.Id, by);
    }

    // A place is for one appointment: it does not silently become that of another.
    private static Refusal? WhyNotInstead(WaitingEntry? entry, int? keeps, Signature by) =>
        entry is not { OnlyFound: false, Kept: { } other } || other.Id == keeps ? null
        : by.IsPatients ? new($"You are on the waiting list already, for something earlier than your other appointment, on {other.StartsAt.Said()}. "
            + "You can wait for one at a time: leave that place first, by the link in our text.")
        : new($"They are on the list already, for something earlier than their appointment on {other.StartsAt.Said()}. Take them off it first.");

    private static async Task<bool> CanKeepAsync(
        BookingDbContext context, Clinic clinic, WaitingWish wish, Patient patient, int keeps, Signature by, CancellationToken cancellation) =>
        await context.Appointments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == keeps, cancellation) is { } kept
        && (kept.PatientId, kept.TreatmentId) == (patient.Id, wish.Treatment.Id) && kept.CanBeMovedByPatient(clinic.Rules, by.Now);

    private static async Task<Refusal?> WhyUnreachableAsync(
        BookingDbContext context, Patient patient, bool isStranger, CancellationToken cancellation) =>
        !patient.Details.Telephone.IsTextable
            || (!isStranger && await context.RefusedNumbers.AnyAsync(number => number.Telephone == patient.Telephone, cancellation))
            ? NoTextsThere : null;
}
