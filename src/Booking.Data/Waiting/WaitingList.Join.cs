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

    private static readonly Refusal TooManyPlaces = new("We cannot put more on the waiting list for that number. Please ring us.");

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
                || e.IsDuplicateIn(nameof(BookingDbContext.Messages))))
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
        if (by.IsPatients && clinic.Rules.OffersAtOnce == 0)
        {
            return (0, Refusal.NotOffered);
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

        // Asked before it is looked whether they wait already: nobody learns that by trying.
        var isAnybody = by.IsPatients && wish.Keeps is null;
        var refusal = by.IsPatients ? await WhyUnreachableAsync(context, patient, cancellation) : null;
        refusal ??= isAnybody ? await WhyTooManyAsync(context, patient, clinic.Rules, by.At, cancellation) : null;
        if (refusal is not null)
        {
            return (0, refusal);
        }

        var entry = await context.WaitingEntries.Include(e => e.Links).SingleOrDefaultAsync(
            e => e.PatientId == patient.Id && e.TreatmentId == wish.Treatment.Id && e.EndedAt == null, cancellation);
        if (entry is null)
        {
            entry = WaitingEntry.Join(
                patient, wish.Typed?.Name.Text ?? patient.FullName, wish.Treatment, wish.Wishes, wish.Keeps, wish.RedFlagVersion, by);
            context.Add(entry);
            await context.SaveChangesAsync(cancellation);
        }
        else if (!isAnybody)
        {
            entry.JoinAgain(wish.Wishes, wish.Keeps, wish.RedFlagVersion, by);
        }

        entry.TellLink(by.At);
        await context.SaveChangesAsync(cancellation);
        return (entry.Id, null);
    }

    private static async Task<bool> CanKeepAsync(
        BookingDbContext context, Clinic clinic, WaitingWish wish, Patient patient, int keeps, Signature by, CancellationToken cancellation) =>
        await context.Appointments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == keeps, cancellation) is { } kept
        && (kept.PatientId, kept.TreatmentId) == (patient.Id, wish.Treatment.Id) && kept.CanBeMovedByPatient(clinic.Rules, by.Now);

    private static async Task<Refusal?> WhyUnreachableAsync(
        BookingDbContext context, Patient patient, CancellationToken cancellation) =>
        !patient.Details.Telephone.IsTextable
            || await context.RefusedNumbers.AnyAsync(number => number.Telephone == patient.Telephone, cancellation)
            ? NoTextsThere : null;

    // As with bookings: of places held now, or of all that were taken within a day; and of the links that went.
    private static async Task<Refusal?> WhyTooManyAsync(
        BookingDbContext context, Patient patient, BookingRules rules, DateTime utcNow, CancellationToken cancellation)
    {
        var (dayAgo, wall) = (utcNow.AddDays(-1), ClinicTime.ToWall(utcNow).AddDays(-1));
        var places = await context.WaitingEntries.CountAsync(
            e => e.Patient.Telephone == patient.Telephone && (e.EndedAt == null || e.JoinedAt > dayAgo), cancellation);
        var links = await context.Messages.CountAsync(
            m => m.Kind == MessageKind.OnTheList && m.StartsAt > wall
                && context.Patients.Any(p => p.Id == m.PatientId && p.Telephone == patient.Telephone),
            cancellation);
        return places >= rules.OpenBookingsPerTelephone || links >= Asking.MostLinksADay ? TooManyPlaces : null;
    }
}
