using System.Collections.Concurrent;

namespace Booking.Data;

/// <summary>
/// What is taken of the dates that were lately asked for, kept in memory. A date is read again as soon as its number in the
/// database is another, whoever has changed it on whichever node.
/// </summary>
public sealed class DiaryMemory
{
    private const int MostDates = 500;

    private readonly ConcurrentDictionary<DateOnly, WrittenDate> _dates = new();

    /// <param name="visitor">Whose own hold is free for them.</param>
    /// <param name="without">An appointment that is to move: where it stands now is no obstacle. Or null.</param>
    // The numbers have been read before the dates are: what changes in between has yet another number at the next look.
    internal async Task<Occupancy> ReadAsync(
        BookingDbContext context,
        DateOnly from,
        int days,
        Revisions revisions,
        DateTime utcNow,
        byte[] visitor,
        Appointment? without,
        CancellationToken cancellation)
    {
        var dates = Enumerable.Range(0, days).Select(from.AddDays)
            .ToDictionary(date => date, date => _dates.GetValueOrDefault(date));
        var changed = dates.Where(known => known.Value is null || known.Value.Revision != revisions.Of(known.Key))
            .Select(known => known.Key).ToList();
        if (changed.Count > 0)
        {
            foreach (var (date, written) in await DateQueries.ReadAsync(context, changed, revisions, utcNow, without: 0, cancellation))
            {
                dates[date] = Keep(date, written);
            }
        }

        if (without is not null && dates.ContainsKey(without.Date))
        {
            var rest = await DateQueries.ReadAsync(context, [without.Date], revisions, utcNow, without.Id, cancellation);
            dates[without.Date] = rest[without.Date];
        }

        var taken = new Occupancy();
        foreach (var written in dates.Values)
        {
            written!.AddTo(taken, utcNow, visitor);
        }

        return taken;
    }

    // Old dates, and those that only a robot asks for, go with all the others when there are too many.
    private WrittenDate Keep(DateOnly date, WrittenDate written)
    {
        if (_dates.Count >= MostDates)
        {
            _dates.Clear();
        }

        return _dates[date] = written;
    }
}
