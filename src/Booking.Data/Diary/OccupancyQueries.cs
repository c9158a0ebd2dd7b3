using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>Reads what is taken of a stretch of days, each kind of owner in one query by index.</summary>
internal static class OccupancyQueries
{
    private static readonly Func<BookingDbContext, DateOnly, DateOnly, int, IAsyncEnumerable<Entry>> Appointments =
        EF.CompileAsyncQuery((BookingDbContext context, DateOnly from, DateOnly until, int without) => context.Appointments
            .Where(a => a.Date >= from && a.Date < until && a.Status != AppointmentStatus.Cancelled && a.Id != without)
            .Select(a => new Entry(a.Date, a.Start, a.Minutes + a.TurnaroundMinutes, a.PractitionerId, a.RoomId)));

    private static readonly Func<BookingDbContext, DateOnly, DateOnly, DateTime, byte[], IAsyncEnumerable<Entry>> Holds =
        EF.CompileAsyncQuery((BookingDbContext context, DateOnly from, DateOnly until, DateTime utcNow, byte[] visitor) =>
            context.Holds
                .Where(h => h.Expires > utcNow && h.Date >= from && h.Date < until && h.Visitor != visitor)
                .Select(h => new Entry(h.Date, h.Start, h.Minutes + h.TurnaroundMinutes, h.PractitionerId, h.RoomId)));

    private static readonly Func<BookingDbContext, DateTime, DateTime, IAsyncEnumerable<Block>> Blocks =
        EF.CompileAsyncQuery((BookingDbContext context, DateTime from, DateTime until) => context.Blocks
            .AsNoTracking()
            .Where(block => block.Until > from && block.From < until));

    /// <param name="visitor">The browser whose hold is no obstacle.</param>
    /// <param name="without">The appointment that is no obstacle, because it is to move; or 0.</param>
    public static async Task<Occupancy> ReadAsync(
        BookingDbContext context,
        DateOnly from,
        int days,
        DateTime utcNow,
        byte[] visitor,
        CancellationToken cancellation,
        int without = 0)
    {
        var taken = new Occupancy();
        var until = from.AddDays(days);
        await foreach (var entry in Appointments(context, from, until, without).WithCancellation(cancellation))
        {
            entry.Take(taken);
        }

        await foreach (var entry in Holds(context, from, until, utcNow, visitor).WithCancellation(cancellation))
        {
            entry.Take(taken);
        }

        var (start, end) = (from.ToDateTime(TimeOnly.MinValue), until.ToDateTime(TimeOnly.MinValue));
        await foreach (var block in Blocks(context, start, end).WithCancellation(cancellation))
        {
            taken.Take(Resource.Practitioner(block.PractitionerId), block.Slot);
        }

        return taken;
    }

    private sealed record Entry(DateOnly Date, TimeOnly Start, int Minutes, int PractitionerId, int? RoomId)
    {
        public void Take(Occupancy taken)
        {
            var slot = new Slot(Date, Start, Minutes);
            taken.Take(Resource.Practitioner(PractitionerId), slot);
            if (RoomId is { } room)
            {
                taken.Take(Resource.Room(room), slot);
            }
        }
    }
}
