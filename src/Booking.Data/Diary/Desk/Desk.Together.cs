using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>What somebody at the desk has done in one go: time taken out of the diary, and what became of those in its way.</summary>
/// <param name="Left">Who was left as they are, in the middle of it.</param>
public sealed record DoneTogether(
    IReadOnlyList<Block> Blocks, IReadOnlyList<Appointment> Appointments, IReadOnlyList<Appointment> Left);

public sealed partial class Desk
{
    /// <summary>What was done in this series, as it is now.</summary>
    public async Task<DoneTogether> ReadTogetherAsync(Guid series, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var blocks = await context.Blocks.AsNoTracking().Where(b => b.Series == series).OrderBy(b => b.From).ToListAsync(cancellation);
        var changed = await Changed(context, series).AsNoTracking()
            .Include(a => a.Patient).Include(a => a.Practitioner).Include(a => a.Messages)
            .OrderBy(a => a.Date).ThenBy(a => a.Start).ToListAsync(cancellation);
        return new DoneTogether(blocks, changed, await LeftInAsync(context, blocks.FindAll(b => b.Stands), cancellation));
    }

    private async Task<IReadOnlyList<Appointment>> LeftInAsync(
        BookingDbContext context, List<Block> blocks, CancellationToken cancellation)
    {
        if (blocks.Count == 0)
        {
            return [];
        }

        var (first, last) = (blocks.SelectMany(b => b.Dates).Min(), blocks.SelectMany(b => b.Dates).Max());
        var now = clock.Now();
        var there = await context.Appointments.AsNoTracking().Include(a => a.Patient)
            .Where(a => a.Date >= first && a.Date <= last && a.Status != AppointmentStatus.Cancelled)
            .OrderBy(a => a.Date).ThenBy(a => a.Start)
            .ToListAsync(cancellation);
        return there.FindAll(a => a.CanBeMoved && a.Slot.EndsAt > now
            && blocks.Exists(block => block.PractitionerId == a.PractitionerId && block.Slot.Overlaps(a.Slot)));
    }

    /// <summary>Takes all of it back or nothing, if nobody has changed any of it since; or says why not.</summary>
    public Task<Refusal?> UndoTogetherAsync(Guid series, string who, CancellationToken cancellation) => TryAsync(
        async context =>
        {
            var appointments = await Changed(context, series).AsNoTracking().ToListAsync(cancellation);
            var blocks = context.Blocks.Where(block => block.Series == series);
            if (appointments.Exists(a => LastLine(a).Series != series))
            {
                return Refusal.ChangedMeanwhile;
            }

            var seen = appointments.ConvertAll(a => new Seen(a.Id, a.Version));
            var to = appointments.Select(a => LastLine(a).Before).OfType<AppointmentState>().Select(before => before.Date).ToList();
            var dates = (await blocks.AsNoTracking().ToListAsync(cancellation)).SelectMany(block => block.Dates);
            await context.ChangeDatesAsync([.. dates, .. to, .. appointments.Select(a => a.Date)], cancellation);
            var by = Sign(who);
            var removed = await RemoveAsync(context, blocks, by, cancellation);
            if (!removed && seen.Count == 0)
            {
                return Refusal.NothingToUndo;
            }

            return await ChangeOnceAsync(
                context,
                seen,
                to,
                (_, clinic, appointment) => UndoAsync(context, clinic, appointment, seen, by, cancellation),
                cancellation);
        },
        cancellation);

    private static IQueryable<Appointment> Changed(BookingDbContext context, Guid series) => context.Appointments.AsSplitQuery()
        .Include(a => a.History)
        .Where(a => a.History.Any(line => line.Series == series));

    private static AppointmentEvent LastLine(Appointment appointment) => appointment.History.MaxBy(line => line.Id)!;
}
