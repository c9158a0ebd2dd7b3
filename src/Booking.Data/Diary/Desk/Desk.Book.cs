using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>A booking as the desk takes it down: for somebody it knows or somebody new, once or as a course.</summary>
/// <param name="Newcomer">Who is not known yet; null where <paramref name="PatientId"/> tells who it is.</param>
/// <param name="Starts">Clinic time.</param>
/// <param name="Minutes">Null for as long as the treatment takes.</param>
/// <param name="SafetyAsked">Whether the safety questions were asked, and the answer was "none of these".</param>
public sealed record DeskBooking(
    int? PatientId,
    PatientDetails? Newcomer,
    Treatment Treatment,
    Practitioner Practitioner,
    IReadOnlyList<DateTime> Starts,
    int? Minutes = null,
    string? Note = null,
    string? Overrule = null,
    bool SafetyAsked = false);

public sealed partial class Desk
{
    private static readonly Refusal AskFirst = Refusal.CheckNeeded.Because("Ask the safety questions before you book this.");

    /// <summary>Books all of the starts or none, and tells the appointments; or says why not, and which start is the trouble.</summary>
    public async Task<(IReadOnlyList<Seen> Booked, Refusal? Refusal)> BookAsync(
        DeskBooking booking, string who, CancellationToken cancellation)
    {
        if (booking.Treatment.Service.NeedsRedFlagCheck && !booking.SafetyAsked)
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
        await context.ChangeDatesAsync(booking.Starts.Select(DateOnly.FromDateTime), cancellation);
        var clinic = await setup.ReadAsync(context, cancellation);
        var by = Sign(who);
        var places = new List<Place>();
        foreach (var start in booking.Starts.Order())
        {
            var (place, refusal) = await FindAsync(context, clinic, booking, start, cancellation);
            if (place is null)
            {
                return ([], booking.Starts.Count == 1 ? refusal : refusal!.Because($"{start.Said()}: {refusal.Words}"));
            }

            places.Add(place);
        }

        var patient = booking.Newcomer is { } newcomer
            ? await context.RecogniseAsync(newcomer, by.At, cancellation)
            : await context.Patients.SingleAsync(known => known.Id == booking.PatientId, cancellation);
        var isNew = patient.Id == 0
            || !await context.Appointments.AnyAsync(a => a.PatientId == patient.Id && a.Status != AppointmentStatus.Cancelled, cancellation);
        var wording = booking.Treatment.Service.NeedsRedFlagCheck ? clinic.RedFlags?.Id : null;
        var booked = places.Select((place, index) =>
            Appointment.BookAtDesk(place, patient, isNew && index == 0, wording, booking.Note, clinic.Rules, by)).ToList();
        context.AddRange(booked);
        await context.SaveChangesAsync(cancellation);
        await context.TakeAsync(booked.SelectMany(a => a.Claims()), by.At, cancellation);
        return (booked.ConvertAll(a => new Seen(a.Id, a.Version)), null);
    }

    private async Task<(Place? Place, Refusal? Refusal)> FindAsync(
        BookingDbContext context, Clinic clinic, DeskBooking booking, DateTime start, CancellationToken cancellation)
    {
        var day = await WrittenDay.ReadAsync(context, clinic, DateOnly.FromDateTime(start), [], clock.UtcNow(), cancellation);
        return day.Find(
            booking.Treatment,
            booking.Practitioner,
            TimeOnly.FromDateTime(start),
            booking.Minutes ?? booking.Treatment.Minutes,
            booking.PatientId,
            booking.Overrule);
    }
}
