using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class Diary
{
    /// <summary>Cancels an appointment and gives its time back, in one transaction; or says why not.</summary>
    /// <param name="version">The version that whoever cancels has seen: another's change since then is not overwritten.</param>
    public async Task<Refusal?> CancelAsync(
        int appointmentId, int version, string who, string reason, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await transactions.RunAsync(
                    context => CancelAsync(context, appointmentId, version, who, reason, cancellation), cancellation);
            }
            catch (DbUpdateConcurrencyException e) when (attempt < MostTries && e.Entries.All(entry => entry.Entity is Message))
            {
                // One of its texts was just taken in hand: the appointment itself is as it was seen.
            }
            catch (DbUpdateConcurrencyException)
            {
                return Refusal.ChangedMeanwhile;
            }
        }
    }

    private async Task<Refusal?> CancelAsync(
        BookingDbContext context, int id, int version, string who, string reason, CancellationToken cancellation)
    {
        var appointment = await context.Appointments.Include(a => a.Messages).SingleAsync(a => a.Id == id, cancellation);
        if (appointment.Version != version)
        {
            return Refusal.ChangedMeanwhile;
        }

        var claims = appointment.Claims().ToList();
        if (appointment.Cancel(who, reason, clock.Now(), clock.UtcNow()) is { } refusal)
        {
            return refusal;
        }

        await context.ChangeDatesAsync([appointment.Date], cancellation);
        await context.SaveChangesAsync(cancellation);
        await context.ReleaseAsync(claims, cancellation);
        return null;
    }
}
