using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>A text as somebody has seen it: what has become of it since then is not decided about.</summary>
public readonly record struct SeenText(int Id, int Revision);

public sealed partial class Texts
{
    /// <summary>Sends a text that has not reached its patient once more, and writes so into the history; or says why not.</summary>
    public Task<Refusal?> SendAgainAsync(SeenText seen, string who, CancellationToken cancellation) => DecideAsync(
        seen,
        async (context, message) =>
        {
            if (message.WhyUnwanted(await context.Rules.AsNoTracking().SingleAsync(cancellation)) is not null)
            {
                return Refusal.SwitchedOff;
            }

            var appointment = await context.Appointments.Include(a => a.Patient)
                .SingleOrDefaultAsync(a => a.Id == message.AppointmentId, cancellation);
            var patient = appointment?.Patient
                ?? await context.Patients.SingleAsync(p => p.Id == message.PatientId, cancellation);
            var refused = await context.RefusedNumbers.Where(number => number.Telephone == patient.Telephone)
                .Select(number => (WhyNotSent?)number.Why)
                .SingleOrDefaultAsync(cancellation);
            var by = new Signature(who, clock.UtcNow());
            return appointment is null
                ? message.SendAgain(null, patient, refused, by.At)
                : appointment.SendAgain(message, refused, by);
        },
        cancellation);

    /// <summary>Takes a text off the list of those to see to; or says why not.</summary>
    public Task<Refusal?> SeeToAsync(SeenText seen, string who, CancellationToken cancellation) =>
        DecideAsync(seen, (_, message) => Task.FromResult(message.SeeTo(who, clock.UtcNow())), cancellation);

    // The diary's dates are written first, so that everybody who looks at them sees it.
    private async Task<Refusal?> DecideAsync(
        SeenText seen, Func<BookingDbContext, Message, Task<Refusal?>> decide, CancellationToken cancellation)
    {
        try
        {
            return await transactions.RunAsync(
                async context =>
                {
                    var starts = await context.Messages.Where(m => m.Id == seen.Id).Select(m => m.StartsAt).ToListAsync(cancellation);
                    await context.ChangeDatesAsync(starts.Select(DateOnly.FromDateTime), cancellation);
                    var message = await context.Messages.SingleOrDefaultAsync(
                        m => m.Id == seen.Id && m.Revision == seen.Revision, cancellation);
                    if (message is null)
                    {
                        return Refusal.TextHasMovedOn;
                    }

                    var refusal = await decide(context, message);
                    await context.SaveChangesAsync(cancellation);
                    return refusal;
                },
                keep: refusal => refusal is null,
                cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.TextHasMovedOn;
        }
    }
}
