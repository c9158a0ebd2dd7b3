using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class Patients
{
    private static readonly Refusal ChangedMeanwhile =
        new("Somebody has just changed this patient's details. Look at them again before you go on.");

    private static readonly Refusal NotInUse =
        new("This record has been joined with another one and is no longer used.");

    /// <summary>A new patient, whoever is like them.</summary>
    /// <param name="who">The member of staff by name.</param>
    public Task<Patient> AddAsync(ContactDetails details, string who, CancellationToken cancellation) => InTurnAsync(
        async context =>
        {
            var utcNow = clock.UtcNow();
            var patient = Patient.New(details, await context.NamesakeAsync(details, own: null, cancellation), utcNow);
            patient.Note("Added by the clinic", who, utcNow);
            context.Add(patient);
            await context.SaveChangesAsync(cancellation);
            return patient;
        },
        cancellation);

    /// <summary>Takes over what was typed; or says why not.</summary>
    /// <param name="version">The version that was seen: another's change since then is not overwritten.</param>
    public async Task<Refusal?> ChangeAsync(
        int id, int version, ContactDetails details, string who, CancellationToken cancellation)
    {
        try
        {
            return await InTurnAsync(
                async context =>
                {
                    await context.ChangeDatesOfAsync([id], cancellation);
                    var patient = await context.Patients.Include(p => p.Words).SingleAsync(p => p.Id == id, cancellation);
                    if (WhyNotChange(patient, version) is { } refusal)
                    {
                        return refusal;
                    }

                    var namesake = await context.NamesakeAsync(details, patient, cancellation);
                    patient.Change(details, namesake, who, clock.UtcNow());
                    await context.SaveChangesAsync(cancellation);
                    return null;
                },
                cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return ChangedMeanwhile;
        }
    }

    /// <summary>Changes how a patient is told; or says why not.</summary>
    /// <param name="shown">The address to which e-mails were to go as they chose: it becomes theirs if they have none.</param>
    /// <param name="who">The patient, <see cref="AppointmentEvent.ByPatient"/>, or the member of staff by name.</param>
    public async Task<Refusal?> TellByAsync(int id, ToldBy choice, string? shown, string who, CancellationToken cancellation)
    {
        if (await ReadAsync(id, cancellation) is not { } patient)
        {
            return NotInUse;
        }

        var email = choice == ToldBy.Text ? patient.Email : patient.Email ?? shown;
        return (patient.ToldBy, patient.Email) == (choice, email)
            ? null
            : await ChangeAsync(id, patient.Version, patient.Details with { ToldBy = choice, Email = email }, who, cancellation);
    }

    private static Refusal? WhyNotChange(Patient patient, int version) => patient.MergedIntoId is not null ? NotInUse
        : patient.Version != version ? ChangedMeanwhile
        : null;

    // Two of one name and telephone who are written at the same moment want the same number: the second takes the next.
    private async Task<T> InTurnAsync<T>(Func<BookingDbContext, Task<T>> work, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await transactions.RunAsync(work, cancellation);
            }
            catch (DbUpdateException e) when (attempt < MostTries && e.IsDuplicateIn(nameof(BookingDbContext.Patients)))
            {
                // The next look sees them.
            }
        }
    }
}
