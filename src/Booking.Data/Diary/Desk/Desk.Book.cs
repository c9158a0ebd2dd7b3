using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>A booking as the desk takes it down: for somebody it knows or somebody new, once or as a course.</summary>
/// <param name="Newcomer">Who is not known yet; null where <paramref name="PatientId"/> tells who it is.</param>
/// <param name="Visits">When, in clinic time, and with whom: a course may go to a colleague where its practitioner cannot.</param>
/// <param name="Minutes">Null for as long as the treatment takes.</param>
/// <param name="RedFlagVersion">Which safety questions were read out and answered with "none of these"; null if none were.</param>
public sealed record DeskBooking(
    int? PatientId,
    PatientDetails? Newcomer,
    Treatment Treatment,
    IReadOnlyList<(DateTime Start, Practitioner With)> Visits,
    int? Minutes = null,
    string? Note = null,
    string? Overrule = null,
    int? RedFlagVersion = null)
{
    public IEnumerable<DateOnly> Dates => Visits.Select(visit => DateOnly.FromDateTime(visit.Start));
}

public sealed partial class Desk
{
    private static readonly TimeSpan AnswersGetLostFor = TimeSpan.FromMinutes(15);

    private static readonly Refusal AskFirst = Refusal.CheckNeeded.Because("Ask the safety questions before you book this.");

    private static readonly Refusal AskAgain = Refusal.CheckNeeded.Because(
        "The safety questions have been changed meanwhile. Ask the new ones before you book this.");

    /// <summary>Books all of the starts or none, and tells the appointments; or says why not, and which start is the trouble.</summary>
    public async Task<(IReadOnlyList<Seen> Booked, Refusal? Refusal)> BookAsync(
        DeskBooking booking, string who, CancellationToken cancellation)
    {
        if (booking.Minutes is { } minutes && !IsALength(minutes))
        {
            return ([], Refusal.OddLength);
        }

        if (booking.Treatment.Service.NeedsRedFlagCheck && booking.RedFlagVersion is null)
        {
            return ([], AskFirst);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await transactions.RunAsync(context => BookOnceAsync(context, booking, who, cancellation), cancellation);
            }
            catch (DbUpdateException e) when (attempt < MostTries
                && (e.IsDuplicateIn(nameof(BookingDbContext.DiaryClaims)) || e.IsDuplicateIn(nameof(BookingDbContext.Patients))))
            {
            }
            catch (DbUpdateException e) when (e.IsDuplicateIn(nameof(BookingDbContext.DiaryClaims)))
            {
                return ([], Refusal.Taken);
            }
        }
    }

    private async Task<(IReadOnlyList<Seen> Booked, Refusal? Refusal)> BookOnceAsync(
        BookingDbContext context, DeskBooking booking, string who, CancellationToken cancellation)
    {
        await context.ChangeDatesAsync(booking.Dates, cancellation);
        var clinic = await setup.ReadAsync(context, cancellation);
        var by = Sign(who);
        if (await PatientAsync(context, booking, by.At, cancellation) is not { } patient)
        {
            return ([], Refusal.NoSuchPatient);
        }

        if (await RetoldAsync(context, booking, patient, by, cancellation) is { Count: > 0 } booked)
        {
            return (booked, null);
        }

        if (booking.Treatment.Service.NeedsRedFlagCheck && clinic.RedFlags?.Version != booking.RedFlagVersion)
        {
            return ([], AskAgain);
        }

        var places = new List<Place>();
        foreach (var visit in booking.Visits.OrderBy(visit => visit.Start))
        {
            var (place, refusal) = await FindAsync(context, clinic, booking, patient, visit, cancellation);
            if (place is null)
            {
                return ([], booking.Visits.Count == 1 ? refusal : refusal!.Because($"{visit.Start.Said()}: {refusal.Words}"));
            }

            places.Add(place);
        }

        if (places.Zip(places.Skip(1)).Any(pair =>
            pair.First.Slot.Lengthened(pair.First.Treatment.TurnaroundMinutes).Overlaps(pair.Second.Slot)))
        {
            return ([], Refusal.VisitsOverlap);
        }

        var isNew = patient.Id == 0
            || !await context.Appointments.AnyAsync(a => a.PatientId == patient.Id && a.Status != AppointmentStatus.Cancelled, cancellation);
        var answered = booking.Treatment.Service.NeedsRedFlagCheck ? booking.RedFlagVersion : null;
        var appointments = places.Select((place, index) =>
            Appointment.BookAtDesk(place, patient, isNew && index == 0, answered, booking.Note, clinic.Rules, by)).ToList();
        context.AddRange(appointments);
        await context.SaveChangesAsync(cancellation);
        await context.TakeAsync(appointments.SelectMany(a => a.Claims()), by.At, cancellation);
        return (appointments.ConvertAll(a => new Seen(a.Id, a.Version)), null);
    }

    private static async Task<Patient?> PatientAsync(
        BookingDbContext context, DeskBooking booking, DateTime utcNow, CancellationToken cancellation) =>
        booking.Newcomer is { } newcomer
            ? await context.RecogniseAsync(newcomer, utcNow, cancellation)
            : await context.KnownAsync(booking.PatientId, cancellation);

    // A form that is sent again, because the answer to it was lost on the way, changes nothing: the appointments are there.
    private static async Task<IReadOnlyList<Seen>> RetoldAsync(
        BookingDbContext context, DeskBooking booking, Patient patient, Signature by, CancellationToken cancellation)
    {
        var (since, dates) = (by.At - AnswersGetLostFor, booking.Dates.ToList());
        var there = await context.Appointments.AsNoTracking()
            .Where(a => a.PatientId == patient.Id && a.TreatmentId == booking.Treatment.Id && dates.Contains(a.Date)
                && a.Version == 1 && a.BookedAt > since && a.History.Any(line => line.Who == by.Who))
            .ToListAsync(cancellation);
        return there.Select(a => (a.StartsAt, a.PractitionerId)).Order()
            .SequenceEqual(booking.Visits.Select(visit => (visit.Start, visit.With.Id)).Order())
            ? there.ConvertAll(a => new Seen(a.Id, a.Version))
            : [];
    }

    private async Task<(Place? Place, Refusal? Refusal)> FindAsync(
        BookingDbContext context,
        Clinic clinic,
        DeskBooking booking,
        Patient patient,
        (DateTime Start, Practitioner With) visit,
        CancellationToken cancellation)
    {
        var (date, start) = (DateOnly.FromDateTime(visit.Start), TimeOnly.FromDateTime(visit.Start));
        var day = await WrittenDay.ReadAsync(context, clinic, date, [], clock.UtcNow(), cancellation);
        return day.Find(
            booking.Treatment,
            visit.With,
            start,
            Length.Of(booking.Treatment) with { Minutes = booking.Minutes ?? booking.Treatment.Minutes },
            patient.Id,
            booking.Overrule);
    }
}
