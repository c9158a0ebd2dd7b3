using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

// What has been given back since somebody joined: read from the diary's own history. Only that a whole day was freed is kept besides.
public sealed partial class WaitingList
{
    private const int DaysBack = 7;

    /// <summary>From now on what is free on this day is put to those who wait, though nobody has given it back.</summary>
    public async Task FreeDayAsync(DateOnly date, string who, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        context.Add(FreedDay.Of(date, Sign(who)));
        await context.SaveChangesAsync(cancellation);
    }

    /// <summary>All that was given back since then, and is still to come.</summary>
    private async Task<List<(FreedTime Time, bool ByDesk)>> FreedAsync(
        BookingDbContext context, Clinic clinic, DateTime since, CancellationToken cancellation)
    {
        var (now, today) = (clock.Now(), clock.Today());
        return
        [
            .. (await OfAppointmentsAsync(context, today, since, cancellation)).Where(one => one.Time.Slot.Date >= today),
            .. await OfBlocksAsync(context, now, since, cancellation),
            .. await OfHoldsAsync(context, today, since, cancellation),
            .. await OfDaysAsync(context, clinic, today, since, cancellation),
        ];
    }

    // Where an appointment was before each change of it: found by its date, however long the history is. One that was moved to an earlier day is looked for some days back.
    private static async Task<IEnumerable<(FreedTime Time, bool ByDesk)>> OfAppointmentsAsync(
        BookingDbContext context, DateOnly today, DateTime since, CancellationToken cancellation)
    {
        var from = today.AddDays(-DaysBack);
        var lines = await context.Appointments.Where(a => a.Date >= from)
            .SelectMany(a => a.History)
            .Where(line => line.Before != null && line.At > since)
            .Select(line => new { line.Before, line.At, line.Who })
            .ToListAsync(cancellation);
        return lines.Select(line => (Freed(line.Before!, line.At), line.Who != AppointmentEvent.ByPatient));
    }

    private static FreedTime Freed(AppointmentState was, DateTime at) => new(
        was.PractitionerId,
        was.RoomId,
        new Slot(was.Date, was.Start, was.Minutes).Lengthened(was.TurnaroundMinutes),
        DateTime.MinValue,
        at);

    private static async Task<IEnumerable<(FreedTime Time, bool ByDesk)>> OfBlocksAsync(
        BookingDbContext context, DateTime now, DateTime since, CancellationToken cancellation)
    {
        var blocks = await context.Blocks.AsNoTracking()
            .Where(block => block.Until > now && block.RemovedAt > since).ToListAsync(cancellation);
        return
            from block in blocks
            from date in block.Dates
            where block.On(date) is not null
            select (new FreedTime(block.PractitionerId, null, block.On(date)!.Value, DateTime.MinValue, block.RemovedAt!.Value), true);
    }

    // What somebody was typing for, or was being offered, when they joined. What was held only later was theirs to book till then.
    private static async Task<IEnumerable<(FreedTime Time, bool ByDesk)>> OfHoldsAsync(
        BookingDbContext context, DateOnly today, DateTime since, CancellationToken cancellation)
    {
        var holds = await context.Holds.AsNoTracking()
            .Where(hold => hold.Date >= today && hold.Expires > since).ToListAsync(cancellation);
        return holds.Select(hold => (
            new FreedTime(
                hold.PractitionerId, hold.RoomId, hold.Slot.Lengthened(hold.TurnaroundMinutes), hold.MadeAt, hold.Expires),
            false));
    }

    // Nobody undoes that a day is open: what is free on it can be put to people at once.
    private static async Task<IEnumerable<(FreedTime Time, bool ByDesk)>> OfDaysAsync(
        BookingDbContext context, Clinic clinic, DateOnly today, DateTime since, CancellationToken cancellation)
    {
        var days = await context.FreedDays.AsNoTracking()
            .Where(day => day.Date >= today && day.At > since).ToListAsync(cancellation);
        return days.SelectMany(day => clinic.Practitioners.Select(practitioner => (day.With(practitioner), false)));
    }

    // What the desk has just given back it may still want to undo.
    private static void LeaveForUndo(List<(FreedTime Time, bool ByDesk)> freed, Occupancy taken, DateTime since)
    {
        foreach (var (time, _) in freed.Where(one => one.ByDesk && one.Time.Until > since))
        {
            taken.Take(Resource.Practitioner(time.PractitionerId), time.Slot);
            if (time.RoomId is { } room)
            {
                taken.Take(Resource.Room(room), time.Slot);
            }
        }
    }
}
