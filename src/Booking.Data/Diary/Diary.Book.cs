using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>What somebody has typed about themselves.</summary>
public sealed record PatientDetails(PersonName Name, Telephone Telephone, string? Email, DateOnly? Born = null)
{
    public ContactDetails ToContact() => new(Name, Telephone, Email, Born, Notes: null);
}

public sealed partial class Diary
{
    private static readonly Func<BookingDbContext, byte[], CancellationToken, Task<Hold?>> HoldWith = EF.CompileAsyncQuery(
        (BookingDbContext context, byte[] hash, CancellationToken _) =>
            context.Holds.AsNoTracking().SingleOrDefault(hold => hold.ReferenceHash == hash));

    private static readonly Func<BookingDbContext, int, CancellationToken, Task<int>> Forget = EF.CompileAsyncQuery(
        (BookingDbContext context, int id, CancellationToken _) => context.Holds.Where(hold => hold.Id == id).ExecuteDelete());

    /// <summary>The time kept under this reference, lapsed or not, or null if there is none.</summary>
    public async Task<Hold?> HoldOfAsync(Reference reference, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await HoldWith(context, reference.Hash, cancellation);
    }

    /// <summary>
    /// Makes an appointment of a hold, in one transaction with its claims, messages and history; or says why not. Asked again
    /// with the same reference it changes nothing: the appointment is there. A hold that has lapsed is taken again if its
    /// time is still free.
    /// </summary>
    public Task<(int AppointmentId, Refusal? Refusal)> BookAsync(
        Reference reference, PatientDetails details, CancellationToken cancellation) =>
        BookAsync(reference, details, patientId: null, cancellation);

    /// <summary>The same for a patient who has shown who they are.</summary>
    public Task<(int AppointmentId, Refusal? Refusal)> BookAsync(
        Reference reference, int patientId, CancellationToken cancellation) =>
        BookAsync(reference, typed: null, patientId, cancellation);

    private async Task<(int AppointmentId, Refusal? Refusal)> BookAsync(
        Reference reference, PatientDetails? typed, int? patientId, CancellationToken cancellation)
    {
        var seenBefore = patientId is not null;
        for (var attempt = 1; attempt <= MostTries; attempt++)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            // In this order: whoever books turns the one into the other between two looks.
            var hold = await HoldWith(context, reference.Hash, cancellation);
            if (hold is null)
            {
                return await BookedAsync(context, reference, Refusal.Taken, cancellation);
            }

            var utcNow = clock.UtcNow();
            var availability = await OpenAsync(context, hold, utcNow, cancellation);
            if (WhyNot(availability, hold, seenBefore) is { } refusal)
            {
                return await BookedAsync(context, reference, refusal, cancellation);
            }

            try
            {
                var written = await transactions.RunAsync(
                    write => WriteAsync(write, availability, hold, typed, patientId, utcNow, cancellation),
                    keep: written => written is not null,
                    cancellation);
                if (written is { } settled)
                {
                    return settled;
                }
            }
            catch (DbUpdateException e) when (e.IsDuplicateIn(nameof(BookingDbContext.DiaryClaims)))
            {
                // Taken since we looked, or the patient is elsewhere then: looking again tells which.
                var fresh = await OpenAsync(context, hold, utcNow, cancellation);
                if (WhyNot(fresh, hold, seenBefore) is null && hold.IsLive(utcNow))
                {
                    return (0, Refusal.CannotComeThen);
                }
            }
            catch (DbUpdateException e) when (IsRetold(e))
            {
                // The same form sent twice at once, or the same new patient made twice: the next look finds what is there.
            }
        }

        return (0, Refusal.CannotComeThen);
    }

    // What has been booked under this reference before is no refusal: the same form came twice.
    private static async Task<(int AppointmentId, Refusal? Refusal)> BookedAsync(
        BookingDbContext context, Reference reference, Refusal refusal, CancellationToken cancellation)
    {
        var booked = await context.AppointmentLinks.Where(link => link.Hash == reference.Hash)
            .Select(link => (int?)link.AppointmentId)
            .SingleOrDefaultAsync(cancellation);
        return booked is { } id ? (id, null) : (0, refusal);
    }

    // What was in time when it was held is in time while it is held.
    private Task<Availability> OpenAsync(
        BookingDbContext context, Hold hold, DateTime utcNow, CancellationToken cancellation) =>
        OpenAsync(
            context, hold.Date, 1, hold.Visitor, ClinicTime.ToWall(hold.IsLive(utcNow) ? hold.MadeAt : utcNow), cancellation);

    private static Refusal? WhyNot(Availability availability, Hold hold, bool seenBefore)
    {
        var clinic = availability.Clinic;
        var (treatment, practitioner) = (clinic.Treatment(hold.TreatmentId)!, clinic.Practitioner(hold.PractitionerId)!);
        if (treatment.Service.NeedsRedFlagCheck && hold.RedFlagVersion is null)
        {
            return Refusal.CheckNeeded;
        }

        if (!treatment.OpenToNewPatients && !seenBefore)
        {
            return Refusal.NotOffered;
        }

        return availability.Day(practitioner, hold.Date).WhyNot(treatment, hold.Start);
    }

    // Null when the clinic has been set up otherwise since we looked, closed on that day perhaps: look again.
    private async Task<(int AppointmentId, Refusal? Refusal)?> WriteAsync(
        BookingDbContext context,
        Availability availability,
        Hold hold,
        PatientDetails? typed,
        int? patientId,
        DateTime utcNow,
        CancellationToken cancellation)
    {
        await context.ChangeDatesAsync([hold.Date], cancellation);
        var clinic = availability.Clinic;
        if (!ReferenceEquals(clinic, await setup.ReadAsync(context, cancellation)))
        {
            return null;
        }

        var patient = typed is null
            ? await context.KnownAsync(patientId, cancellation) ?? throw new InvalidOperationException("A patient is never deleted.")
            : await context.RecogniseAsync(typed, utcNow, cancellation);
        if (await context.HasTooManyOpenAsync(patient, clinic.Rules, utcNow, cancellation))
        {
            return (0, Refusal.TooManyOpen);
        }

        var treatment = clinic.Treatment(hold.TreatmentId)!;
        var room = hold.IsLive(utcNow)
            ? hold.RoomId
            : availability.Day(clinic.Practitioner(hold.PractitionerId)!, hold.Date).RoomFor(treatment, hold.Start)?.Id;
        var appointment = Appointment.Book(
            hold, room, patient, treatment.PricePence, clinic.Rules, utcNow, typed?.Name, typed?.Email);
        context.Add(appointment);
        context.Add(new AppointmentLink { Hash = hold.ReferenceHash, Appointment = appointment });
        await context.SaveChangesAsync(cancellation);
        await context.TakeOverAsync(hold, appointment, utcNow, cancellation);
        await Forget(context, hold.Id, cancellation);
        return (appointment.Id, null);
    }

    private static bool IsRetold(DbUpdateException e) =>
        e.IsDuplicateIn(nameof(BookingDbContext.AppointmentLinks)) || e.IsDuplicateIn(nameof(BookingDbContext.Patients));
}
