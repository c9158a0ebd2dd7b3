using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>Reads what is written on some dates, each kind of owner in one query by index.</summary>
internal static class DateQueries
{
    private static readonly Func<BookingDbContext, List<DateOnly>, int, IAsyncEnumerable<Written>> Appointments =
        EF.CompileAsyncQuery((BookingDbContext context, List<DateOnly> dates, int without) => context.Appointments
            .Where(a => dates.Contains(a.Date) && a.Id != without && a.Status != AppointmentStatus.Cancelled)
            .Select(a => new Written(a.Date, a.Start, a.Minutes + a.TurnaroundMinutes, a.PractitionerId, a.RoomId, null, null)));

    private static readonly Func<BookingDbContext, List<DateOnly>, DateTime, IAsyncEnumerable<Written>> Holds =
        EF.CompileAsyncQuery((BookingDbContext context, List<DateOnly> dates, DateTime utcNow) => context.Holds
            .Where(h => h.Expires > utcNow && dates.Contains(h.Date))
            .Select(h => new Written(
                h.Date, h.Start, h.Minutes + h.TurnaroundMinutes, h.PractitionerId, h.RoomId, h.Expires, h.Visitor)));

    private static readonly Func<BookingDbContext, DateTime, DateTime, IAsyncEnumerable<Block>> Blocks =
        EF.CompileAsyncQuery((BookingDbContext context, DateTime from, DateTime until) => context.Blocks
            .AsNoTracking()
            .Where(block => block.RemovedAt == null && block.Until > from && block.From < until));

    /// <param name="without">The appointment that is not to be among them, or 0.</param>
    public static async Task<IReadOnlyDictionary<DateOnly, WrittenDate>> ReadAsync(
        BookingDbContext context,
        List<DateOnly> dates,
        Revisions revisions,
        DateTime utcNow,
        int without,
        CancellationToken cancellation)
    {
        var read = dates.ToDictionary(date => date, date => new WrittenDate(revisions.Of(date)));
        await foreach (var appointment in Appointments(context, dates, without).WithCancellation(cancellation))
        {
            read[appointment.Date].Write(appointment);
        }

        await foreach (var hold in Holds(context, dates, utcNow).WithCancellation(cancellation))
        {
            read[hold.Date].Write(hold);
        }

        var (start, end) = (dates.Min().ToDateTime(TimeOnly.MinValue), dates.Max().AddDays(1).ToDateTime(TimeOnly.MinValue));
        await foreach (var block in Blocks(context, start, end).WithCancellation(cancellation))
        {
            foreach (var (date, written) in read)
            {
                if (block.On(date) is { } part)
                {
                    written.Write(Resource.Practitioner(block.PractitionerId), part);
                }
            }
        }

        return read;
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
}
