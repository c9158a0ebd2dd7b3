using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>Reads what is taken of a stretch of days, each kind of owner in one query by index.</summary>
internal static class OccupancyQueries
{
    private static readonly Func<BookingDbContext, DateOnly, DateOnly, IAsyncEnumerable<Entry>> Appointments =
        EF.CompileAsyncQuery((BookingDbContext context, DateOnly from, DateOnly until) => context.Appointments
            .Where(a => a.Date >= from && a.Date < until && a.Status != AppointmentStatus.Cancelled)
            .Select(a => new Entry(a.Date, a.Start, a.Minutes + a.TurnaroundMinutes, a.PractitionerId, a.RoomId)));

    private static readonly Func<BookingDbContext, DateOnly, DateOnly, DateTime, byte[], IAsyncEnumerable<Entry>> Holds =
        EF.CompileAsyncQuery((BookingDbContext context, DateOnly from, DateOnly until, DateTime utcNow, byte[] visitor) =>
            context.Holds
                .Where(h => h.Expires > utcNow && h.Date >= from && h.Date < until && h.Visitor != visitor)
                .Select(h => new Entry(h.Date, h.Start, h.Minutes + h.TurnaroundMinutes, h.PractitionerId, h.RoomId)));

    private static readonly Func<BookingDbContext, DateTime, DateTime, IAsyncEnumerable<Block>> Blocks =
        EF.CompileAsyncQuery((BookingDbContext context, DateTime from, DateTime until) => context.Blocks
            .AsNoTracking()
            .Where(block => block.RemovedAt == null && block.Until > from && block.From < until));

    public static async Task<Occupancy> ReadAsync(
        BookingDbContext context, DateOnly from, int days, DateTime utcNow, byte[] visitor, CancellationToken cancellation)
    {
        var taken = new Occupancy();
        var until = from.AddDays(days);
        await foreach (var entry in Appointments(context, from, until).WithCancellation(cancellation))
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

    /// <summary>Reads where patients are, too: what only those ask who find another time for somebody.</summary>
    public static async Task ReadPatientsAsync(
        BookingDbContext context, Occupancy taken, DateOnly from, int days, CancellationToken cancellation)
    {
        var until = from.AddDays(days);
        var visits = context.Appointments
            .Where(a => a.Date >= from && a.Date < until && a.Status != AppointmentStatus.Cancelled)
            .Select(a => new { a.PatientId, a.Date, a.Start, a.Minutes });
        await foreach (var visit in visits.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            taken.Take(Resource.Patient(visit.PatientId), new Slot(visit.Date, visit.Start, visit.Minutes));
        }
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
