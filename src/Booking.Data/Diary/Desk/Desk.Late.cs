using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class Desk
{
    /// <summary>Texts those whom a practitioner's delay keeps waiting today, and tells who they are; or says why not.</summary>
    /// <param name="minutes">How much later than planned the next patient is seen.</param>
    /// <param name="series">A new number, by which it can be undone.</param>
    public async Task<(IReadOnlyList<(Appointment Appointment, int Minutes)> Told, Refusal? Refusal)> RunLateAsync(
        Practitioner practitioner, int minutes, Guid series, string who, CancellationToken cancellation)
    {
        var waiting = await WaitingAsync(practitioner, minutes, cancellation);
        if (waiting.Count == 0)
        {
            return ([], Refusal.NobodyWaits);
        }

        var by = Sign(who) with { Series = series };
        var refusal = await ChangeAsync(
            [.. waiting.Select(one => new Seen(one.Appointment.Id, one.Appointment.Version))],
            to: [],
            (_, clinic, appointment) =>
            {
                var wait = waiting.First(one => one.Appointment.Id == appointment.Id).Minutes;
                appointment.TellRunningLate(wait, clinic.Rules, by);
                return Task.FromResult<Refusal?>(null);
            },
            cancellation);
        return (refusal is null ? waiting : [], refusal);
    }

    private async Task<List<(Appointment Appointment, int Minutes)>> WaitingAsync(
        Practitioner practitioner, int minutes, CancellationToken cancellation)
    {
        var now = clock.Now();
        var today = DateOnly.FromDateTime(now);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var day = await context.Appointments.AsNoTracking().Include(a => a.Patient)
            .Where(a => a.Date == today && a.PractitionerId == practitioner.Id)
            .ToListAsync(cancellation);
        return [.. RunningLate.Waits(day, now, minutes)];
    }
}
