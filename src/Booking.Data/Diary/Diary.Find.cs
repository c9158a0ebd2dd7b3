using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class Diary
{
    private const int AWeek = 7;

    /// <summary>Each treatment that can be booked online, in the clinic's order, with its next free time, if it has one.</summary>
    public async Task<IReadOnlyList<(Treatment Treatment, FreeTime? Next)>> NextTimesAsync(
        Func<Treatment, bool> offered, CancellationToken cancellation)
    {
        var week = await OpenAsync(clock.Today(), AWeek, visitor: null, cancellation);
        var next = week.Clinic.Treatments
            .Where(treatment => treatment.OfferedOnline && offered(treatment))
            .Select(treatment => (Treatment: treatment, Next: week.Next(treatment)))
            .ToList();
        if (next.TrueForAll(entry => entry.Next is not null))
        {
            return next;
        }

        var rest = await OpenAsync(clock.Today().AddDays(AWeek), week.Clinic.Rules.HorizonDays, visitor: null, cancellation);
        return next.ConvertAll(entry => entry.Next is null ? entry with { Next = rest.Next(entry.Treatment) } : entry);
    }

    /// <summary>
    /// So many days from this one on; if they have no such time free, so many from the first day on that has one. Where none
    /// has, the days asked for.
    /// </summary>
    public Task<Availability> OpenFirstFreeAsync(
        Treatment treatment,
        Practitioner? with,
        PartOfDay part,
        DateOnly from,
        int days,
        byte[]? visitor,
        CancellationToken cancellation) =>
        FirstFreeAsync((first, many) => OpenAsync(first, many, visitor, cancellation), treatment, with, part, from, days);

    /// <summary>The same for a patient who moves this appointment, which keeps its treatment and its length.</summary>
    public Task<Availability> OpenFirstFreeAsync(
        Appointment moving,
        Treatment treatment,
        Practitioner? with,
        PartOfDay part,
        DateOnly from,
        int days,
        CancellationToken cancellation) =>
        FirstFreeAsync((first, many) => OpenAsync(moving, first, many, cancellation), treatment, with, part, from, days);

    private static async Task<Availability> FirstFreeAsync(
        Func<DateOnly, int, Task<Availability>> open,
        Treatment treatment,
        Practitioner? with,
        PartOfDay part,
        DateOnly from,
        int days)
    {
        var asked = await open(from, days);
        if (asked.Next(treatment, with, part) is not null)
        {
            return asked;
        }

        var rest = await open(from.AddDays(days), asked.Clinic.Rules.HorizonDays);
        return rest.Next(treatment, with, part) is { } first ? await open(first.Slot.Date, days) : asked;
    }

    private async Task<Availability> OpenAsync(Appointment moving, DateOnly from, int days, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Database.OpenConnectionAsync(cancellation); // once for all
        var revisions = await Revisions.ReadAsync(context, from, days, cancellation);
        var clinic = await setup.ReadAsync(context, revisions.SetUp, cancellation);
        var taken = await memory.ReadAsync(context, from, days, revisions, clock.UtcNow(), visitor: [], moving, cancellation);
        var (patient, id, until) = (moving.PatientId, moving.Id, from.AddDays(days));
        var others = context.Appointments.AsNoTracking().Where(a => a.PatientId == patient && a.Id != id
            && a.Date >= from && a.Date < until && a.Status != AppointmentStatus.Cancelled);
        await foreach (var other in others.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            taken.Take(Resource.Patient(patient), other.Slot);
        }

        return new Availability(clinic, taken, from, days, clock.Now(), moving: moving);
    }

    /// <summary>
    /// The three free times nearest to one that cannot be had, from three days before it to a fortnight after, or of the next
    /// fortnight if it is long past.
    /// </summary>
    /// <param name="beside">When the patient cannot come, whoever is free then; or null.</param>
    public async Task<IReadOnlyList<FreeTime>> NearestAsync(
        Treatment treatment,
        DateTime wanted,
        Practitioner? with,
        byte[]? visitor,
        CancellationToken cancellation,
        Slot? beside = null)
    {
        var (first, days) = Around(wanted);
        return (await OpenAsync(first, days, visitor, cancellation)).Nearest(wanted, treatment, with, beside: beside);
    }

    /// <summary>The same for a patient who moves this appointment.</summary>
    public async Task<IReadOnlyList<FreeTime>> NearestAsync(
        Appointment moving, Treatment treatment, DateTime wanted, Practitioner? with, CancellationToken cancellation)
    {
        var (first, days) = Around(wanted);
        return (await OpenAsync(moving, first, days, cancellation)).Nearest(wanted, treatment, with);
    }

    private (DateOnly First, int Days) Around(DateTime wanted)
    {
        var (day, today) = (DateOnly.FromDateTime(wanted), clock.Today());
        return (day > today.AddDays(3) ? day.AddDays(-3) : today, 17);
    }
}
