using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class Desk
{
    /// <summary>Texts those whom a practitioner's delay keeps waiting today, and tells how many they are; or says why not.</summary>
    /// <param name="minutes">How much later than planned the next patient is seen.</param>
    public async Task<(int Told, Refusal? Refusal)> RunLateAsync(
        Practitioner practitioner, int minutes, string who, CancellationToken cancellation)
    {
        var waiting = await WaitingAsync(practitioner, minutes, cancellation);
        if (waiting.Count == 0)
        {
            return (0, Refusal.NobodyWaits);
        }

        var refusal = await ChangeAsync(
            [.. waiting.Select(one => new Seen(one.Appointment.Id, one.Appointment.Version))],
            to: [],
            (_, clinic, appointment) =>
            {
                var wait = waiting.First(one => one.Appointment.Id == appointment.Id).Minutes;
                appointment.TellRunningLate(wait, clinic.Rules, Sign(who));
                return Task.FromResult<Refusal?>(null);
            },
            cancellation);
        return (refusal is null ? waiting.Count : 0, refusal);
    }

    private async Task<List<(Appointment Appointment, int Minutes)>> WaitingAsync(
        Practitioner practitioner, int minutes, CancellationToken cancellation)
    {
        var now = clock.Now();
        var today = DateOnly.FromDateTime(now);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var day = await context.Appointments.AsNoTracking()
            .Where(a => a.Date == today && a.PractitionerId == practitioner.Id)
            .ToListAsync(cancellation);
        return [.. RunningLate.Waits(day, now, minutes)];
    }
}
