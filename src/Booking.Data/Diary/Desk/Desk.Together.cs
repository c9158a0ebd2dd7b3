using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>What somebody at the desk has done in one go: time taken out of the diary, and what became of those in its way.</summary>
public sealed record DoneTogether(IReadOnlyList<Block> Blocks, IReadOnlyList<Appointment> Appointments);

public sealed partial class Desk
{
    /// <summary>What was done in this series, as it is now.</summary>
    public async Task<DoneTogether> ReadTogetherAsync(Guid series, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return new DoneTogether(
            await context.Blocks.AsNoTracking().Where(block => block.Series == series).OrderBy(b => b.From).ToListAsync(cancellation),
            await Changed(context, series).AsNoTracking()
                .Include(a => a.Patient).Include(a => a.Practitioner).Include(a => a.Messages)
                .OrderBy(a => a.Date).ThenBy(a => a.Start).ToListAsync(cancellation));
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
