using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class Diary
{
    /// <summary>Everything that is written on this date, cancelled appointments too, in the order of the day.</summary>
    public async Task<(IReadOnlyList<Appointment> Appointments, IReadOnlyList<Block> Blocks)> ReadDayAsync(
        DateOnly date, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var appointments = await Whole(context)
            .Where(a => a.Date == date)
            .OrderBy(a => a.Start).ThenBy(a => a.Id)
            .ToListAsync(cancellation);
        var (from, until) = (date.ToDateTime(TimeOnly.MinValue), date.AddDays(1).ToDateTime(TimeOnly.MinValue));
        var blocks = await context.Blocks.AsNoTracking()
            .Where(block => block.RemovedAt == null && block.Until > from && block.From < until)
            .OrderBy(block => block.From)
            .ToListAsync(cancellation);
        return (appointments, blocks);
    }

    /// <summary>What is kept on this date for somebody who is typing, or for the waiting list, in the order of the day.</summary>
    public async Task<IReadOnlyList<Kept>> KeptAsync(DateOnly date, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await PageQueries.Holds(context, date, date.AddDays(1), 0, clock.UtcNow()).OrderBy(kept => kept.Start)
            .ToListAsync(cancellation);
    }

    /// <summary>One appointment with all that belongs to it, its history oldest first; or null.</summary>
    public async Task<Appointment?> ReadAsync(int id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await Whole(context)
            .Include(a => a.History.OrderBy(line => line.At).ThenBy(line => line.Id))
            .SingleOrDefaultAsync(a => a.Id == id, cancellation);
    }

    private static IQueryable<Appointment> Whole(BookingDbContext context) => context.Appointments.AsNoTracking().AsSplitQuery()
        .Include(a => a.Patient)
        .Include(a => a.Practitioner)
        .Include(a => a.Treatment)
        .Include(a => a.Room)
        .Include(a => a.Messages.OrderBy(message => message.Id));
}
