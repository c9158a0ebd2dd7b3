using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class WaitingList
{
    private static readonly Refusal HasGone = Refusal.Taken.Because("That time has just gone. You are still on the waiting list.");

    private static readonly Refusal NotEarlier = new("That is no longer earlier than the appointment that you have.");

    /// <summary>
    /// Books the time for whoever says yes first: anew, or in place of the appointment that they have, in one transaction or not
    /// at all. Or says why not. A time that was kept for as long as could be is booked too, if it is still free. Asked again it
    /// changes nothing.
    /// </summary>
    /// <param name="answered">The safety questions that were answered with "none of these" just now; or null.</param>
    public async Task<Refusal?> AcceptAsync(int offerId, int? answered, CancellationToken cancellation)
    {
        var refusal = await TryAsync(context => AcceptAsync(context, offerId, answered, cancellation), cancellation);
        return refusal?.General.LostARace == true || refusal?.General == Refusal.OutsideHours || refusal == Refusal.TooSoon ? HasGone : refusal;
    }

    private async Task<Refusal?> AcceptAsync(
        BookingDbContext context, int offerId, int? answered, CancellationToken cancellation)
    {
        var asked = await context.Offers.Where(o => o.Id == offerId)
            .Select(o => new { o.EntryId, o.Date, Kept = (DateOnly?)o.Entry.Kept!.Date })
            .SingleAsync(cancellation);
        await context.ChangeDatesAsync(asked.Kept is { } kept ? [asked.Date, kept] : [asked.Date], cancellation);
        await context.TakeTurnsAsync([asked.EntryId], cancellation);
        var offer = await context.Offers.Include(o => o.Entry.Kept).Include(o => o.Entry.Links).Include(o => o.Message).SingleAsync(o => o.Id == offerId, cancellation);
        if (offer.State == OfferState.Accepted)
        {
            return null;
        }

        var (by, entry) = (Signature.OfPatient(clock.UtcNow()), offer.Entry);
        if (!entry.IsWaiting)
        {
            return NoLongerWaiting;
        }

        if (offer.State is OfferState.Gone or OfferState.Withdrawn)
        {
            return HasGone;
        }

        if (offer.IsOpen(by.At))
        {
            await GiveUpHoldAsync(context, offer, cancellation);
        }

        entry.Answer(answered);
        var (appointment, refusal) = await BookAsync(context, offer, entry, by, cancellation);
        if (appointment is null)
        {
            return refusal;
        }

        entry.Got(appointment, by);
        offer.Become(OfferState.Accepted);
        await TellOthersAsync(context, offer, cancellation);
        await context.SaveChangesAsync(cancellation);
        return null;
    }

    private static async Task GiveUpHoldAsync(BookingDbContext context, Offer offer, CancellationToken cancellation)
    {
        var held = await context.Holds.AsNoTracking().Where(hold => hold.Id == offer.HoldId).ToListAsync(cancellation);
        foreach (var hold in held)
        {
            await context.ReleaseAsync(hold.Claims(), cancellation);
            await context.Holds.Where(h => h.Id == hold.Id).ExecuteDeleteAsync(cancellation);
        }
    }

    private async Task<(Appointment? Booked, Refusal? Refusal)> BookAsync(
        BookingDbContext context, Offer offer, WaitingEntry entry, Signature by, CancellationToken cancellation)
    {
        var clinic = await setup.ReadAsync(context, cancellation);
        if (entry.HasLostIt(by.Now))
        {
            entry.LetGo(by);
        }

        if (entry.Kept is { } kept)
        {
            var wish = new MoveWish(clinic.Practitioner(offer.PractitionerId)!, offer.StartsAt);
            var refusal = !kept.CanBeCancelled(by.Now) ? NoLongerWaiting
                : kept.StartsAt <= offer.StartsAt ? NotEarlier
                : await desk.MoveAsync(context, new Seen(kept.Id, kept.Version), wish, by, cancellation);
            return refusal is null ? (kept, null) : (null, refusal);
        }

        return await BookAnewAsync(context, clinic, offer, entry, by, cancellation);
    }

    private static async Task<(Appointment? Booked, Refusal? Refusal)> BookAnewAsync(
        BookingDbContext context, Clinic clinic, Offer offer, WaitingEntry entry, Signature by, CancellationToken cancellation)
    {
        var (treatment, practitioner) = (clinic.Treatment(entry.TreatmentId)!, clinic.Practitioner(offer.PractitionerId)!);
        if (treatment.Service.NeedsRedFlagCheck && (entry.RedFlagVersion is null || entry.RedFlagVersion != clinic.RedFlags?.Version))
        {
            return (null, Refusal.CheckNeeded);
        }

        var patient = (await context.KnownAsync(entry.PatientId, cancellation))!;
        if (await context.HasTooManyOpenAsync(patient, clinic.Rules, by.At, cancellation))
        {
            return (null, Refusal.TooManyOpen);
        }

        var day = await WrittenDay.ReadAsync(context, clinic, offer.Date, [], by.At, cancellation);
        var (place, refusal) = day.FindOnline(treatment, practitioner, offer.Start, Length.Of(treatment), patient.Id);
        if (place is null)
        {
            return (null, refusal);
        }

        var firstVisit = !await context.Appointments.AnyAsync(
            a => a.PatientId == patient.Id && a.Status != AppointmentStatus.Cancelled, cancellation);
        var appointment = Appointment.BookOffered(place, entry, patient, firstVisit, clinic.Rules, by);
        context.Add(appointment);
        await context.SaveChangesAsync(cancellation);
        await context.TakeAsync(appointment.Claims(), by.At, cancellation);
        return (appointment, null);
    }

    private static async Task TellOthersAsync(BookingDbContext context, Offer accepted, CancellationToken cancellation)
    {
        var others = await context.Offers.Include(o => o.Message)
            .Where(o => o.HoldId == accepted.HoldId && o.Id != accepted.Id && o.State == OfferState.Open)
            .ToListAsync(cancellation);
        others.ForEach(offer => offer.Become(OfferState.Gone));
    }
}
