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

    private static readonly Refusal TooManyPlaces = new("We cannot put more on the waiting list for that number. Please ring us.");

    /// <summary>
    /// Puts somebody on the list, with a link by which they leave it; or says why not. Who is on it already for that treatment
    /// keeps their turn, and has these wishes from now on.
    /// </summary>
    public async Task<(Reference Link, int EntryId, Refusal? Refusal)> JoinAsync(
        WaitingWish wish, string who, CancellationToken cancellation)
    {
        var isStranger = who == AppointmentEvent.ByPatient && wish.PatientId is null;
        if (!wish.Treatment.OfferedOnline || (isStranger && !wish.Treatment.OpenToNewPatients))
        {
            return (default, 0, Refusal.NotOffered);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await transactions.RunAsync(
                    context => JoinAsync(context, wish, Sign(who), cancellation), keep: joined => joined.Refusal is null, cancellation);
            }
            catch (DbUpdateException e) when (attempt < MostTries && (e is DbUpdateConcurrencyException
                || e.IsDuplicateIn(nameof(BookingDbContext.WaitingEntries)) || e.IsDuplicateIn(nameof(BookingDbContext.Patients))))
            {
                // The same form sent twice at once: the next look finds what is there.
            }
        }
    }

    private async Task<(Reference Link, int EntryId, Refusal? Refusal)> JoinAsync(
        BookingDbContext context, WaitingWish wish, Signature by, CancellationToken cancellation)
    {
        var clinic = await setup.ReadAsync(context, cancellation);
        if (wish.Keeps is null && wish.Treatment.Service.NeedsRedFlagCheck
            && (wish.RedFlagVersion is null || wish.RedFlagVersion != clinic.RedFlags?.Version))
        {
            return (default, 0, Refusal.CheckNeeded);
        }

        var patient = wish.Typed is { } typed
            ? await context.RecogniseAsync(typed, by.At, cancellation)
            : await context.KnownAsync(wish.PatientId, cancellation);
        if (patient is null)
        {
            return (default, 0, Refusal.NoSuchPatient);
        }

        var entry = await context.WaitingEntries.SingleOrDefaultAsync(
            e => e.PatientId == patient.Id && e.TreatmentId == wish.Treatment.Id && e.EndedAt == null, cancellation);
        if (entry is null && await HasTooManyPlacesAsync(context, patient, clinic.Rules, by.At, cancellation))
        {
            return (default, 0, TooManyPlaces);
        }

        if (entry is null)
        {
            entry = WaitingEntry.Join(
                patient, wish.Typed?.Name.Text ?? patient.FullName, wish.Treatment, wish.Wishes, wish.Keeps, wish.RedFlagVersion, by);
            context.Add(entry);
        }
        else
        {
            entry.JoinAgain(wish.Wishes, wish.Keeps, wish.RedFlagVersion, by);
        }

        var link = Reference.From(RandomNumberGenerator.GetBytes(Reference.Bytes));
        context.Add(new WaitingLink { Hash = link.Hash, Entry = entry });
        await context.SaveChangesAsync(cancellation);
        return (link, entry.Id, null);
    }

    // As with bookings: of places held now, or of all that were taken within a day.
    private static async Task<bool> HasTooManyPlacesAsync(
        BookingDbContext context, Patient patient, BookingRules rules, DateTime utcNow, CancellationToken cancellation)
    {
        var dayAgo = utcNow.AddDays(-1);
        return await context.WaitingEntries.CountAsync(
            e => e.Patient.Telephone == patient.Telephone && (e.EndedAt == null || e.JoinedAt > dayAgo), cancellation)
            >= rules.OpenBookingsPerTelephone;
    }
}
