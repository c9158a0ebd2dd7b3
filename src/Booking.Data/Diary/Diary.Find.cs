namespace Booking.Data;

public sealed partial class Diary
{
    private const int AWeek = 7;

    /// <summary>Each treatment that can be booked online, in the clinic's order, with its next free time, if it has one.</summary>
    public async Task<IReadOnlyList<(Treatment Treatment, FreeTime? Next)>> NextTimesAsync(
        Func<Treatment, bool> offered, CancellationToken cancellation)
    {
        var week = await OpenAsync(clock.Today(), AWeek, visitor: null, cancellation);
        var next = week.Clinic.Treatments
            .Where(treatment => treatment.OfferedOnline && offered(treatment))
            .Select(treatment => (Treatment: treatment, Next: week.Next(treatment)))
            .ToList();
        if (next.TrueForAll(entry => entry.Next is not null))
        {
            return next;
        }

        var rest = await OpenAsync(clock.Today().AddDays(AWeek), week.Clinic.Rules.HorizonDays, visitor: null, cancellation);
        return next.ConvertAll(entry => entry.Next is null ? entry with { Next = rest.Next(entry.Treatment) } : entry);
    }

    /// <summary>
    /// So many days from this one on; if they have no such time free, so many from the first day on that has one. Where none
    /// has, the days asked for.
    /// </summary>
    public async Task<Availability> OpenFirstFreeAsync(
        Treatment treatment,
        Practitioner? with,
        PartOfDay part,
        DateOnly from,
        int days,
        byte[]? visitor,
        CancellationToken cancellation)
    {
        var asked = await OpenAsync(from, days, visitor, cancellation);
        if (asked.Next(treatment, with, part) is not null)
        {
            return asked;
        }

        var rest = await OpenAsync(from.AddDays(days), asked.Clinic.Rules.HorizonDays, visitor, cancellation);
        return rest.Next(treatment, with, part) is { } first
            ? await OpenAsync(first.Slot.Date, days, visitor, cancellation)
            : asked;
    }

    /// <summary>
    /// The three free times nearest to one that cannot be had, from three days before it to a fortnight after, or of the next
    /// fortnight if it is long past.
    /// </summary>
    public async Task<IReadOnlyList<FreeTime>> NearestAsync(
        Treatment treatment, DateTime wanted, Practitioner? with, byte[]? visitor, CancellationToken cancellation)
    {
        var (day, today) = (DateOnly.FromDateTime(wanted), clock.Today());
        var around = await OpenAsync(day > today.AddDays(3) ? day.AddDays(-3) : today, 17, visitor, cancellation);
        return around.Nearest(wanted, treatment, with);
    }
}
