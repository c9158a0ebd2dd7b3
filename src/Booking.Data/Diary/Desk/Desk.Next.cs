using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class Desk
{
    private const int AWeek = 7;
    private const int MostDaysAtOnce = 8 * AWeek;
    private const int HalfAYear = 26 * AWeek;

    private const int NearestWithTheSame = 3;
    private const int NearestWithOthers = 2;

    /// <summary>The next free times that suit, soonest first; fewer than were asked for if half a year has no more.</summary>
    public async Task<IReadOnlyList<FreeTime>> NextFreeAsync(FreeTimeWish wish, int count, CancellationToken cancellation)
    {
        var found = new List<FreeTime>();
        if (wish.With?.Gives(wish.Treatment) == false)
        {
            return found;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var from = DateOnly.FromDateTime(wish.After);
        for (int day = 0, days = AWeek; day < HalfAYear && found.Count < count; day += days, days = Math.Min(days * 2, MostDaysAtOnce))
        {
            var first = from.AddDays(day);
            var free = await OpenAsync(context, first, Math.Min(days, HalfAYear - day), wish.Moving, wish.Minutes, cancellation);
            var elsewhere = await VisitsAsync(context, wish.PatientId, first, days, wish.Moving, cancellation);
            found.AddRange(free.Dates.SelectMany(date => free.On(date, wish.Treatment, wish.With))
                .Where(time => wish.Suits(time) && !elsewhere.Exists(slot => slot.Overlaps(time.Slot)))
                .Take(count - found.Count));
        }

        return found;
    }

    /// <summary>The free times nearest to one that cannot be had, with the same practitioner and with colleagues, soonest first.</summary>
    public async Task<IReadOnlyList<FreeTime>> NearestAsync(
        Treatment treatment, Practitioner with, DateTime wanted, int? minutes, int? patientId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var likest = await InPlaceOfAsync(context, treatment, with, wanted, minutes, patientId, cancellation);
        return
        [
            .. likest.Where(time => time.Practitioner.Id == with.Id).Take(NearestWithTheSame)
                .Concat(likest.Where(time => time.Practitioner.Id != with.Id).Take(NearestWithOthers))
                .OrderBy(time => time.Slot.StartsAt),
        ];
    }

    // Of the week from Monday to Sunday in which it lies, as people mean it: "can I come another day that week?"
    private async Task<List<FreeTime>> InPlaceOfAsync(
        BookingDbContext context,
        Treatment treatment,
        Practitioner with,
        DateTime wanted,
        int? minutes,
        int? patientId,
        CancellationToken cancellation)
    {
        var date = DateOnly.FromDateTime(wanted);
        var monday = date.AddDays(-((int)date.DayOfWeek + AWeek - (int)DayOfWeek.Monday) % AWeek);
        var week = await OpenAsync(context, monday, AWeek, moving: null, minutes, cancellation);
        var elsewhere = await VisitsAsync(context, patientId, monday, AWeek, moving: null, cancellation);
        return [.. week.InPlaceOf(wanted, treatment, with).Where(time => !elsewhere.Exists(slot => slot.Overlaps(time.Slot)))];
    }

    private async Task<Availability> OpenAsync(
        BookingDbContext context, DateOnly from, int days, int? moving, int? minutes, CancellationToken cancellation)
    {
        var revisions = await Revisions.ReadAsync(context, from, days, cancellation);
        var clinic = await setup.ReadAsync(context, revisions.SetUp, cancellation);
        var own = moving is { } id
            ? await context.Appointments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellation)
            : null;
        var taken = await memory.ReadAsync(context, from, days, revisions, clock.UtcNow(), visitor: [], own, cancellation);
        return new Availability(clinic, taken, from, days, clock.Now(), atDesk: true, own, minutes);
    }

    private static async Task<List<Slot>> VisitsAsync(
        BookingDbContext context, int? patientId, DateOnly from, int days, int? moving, CancellationToken cancellation)
    {
        if (patientId is null)
        {
            return [];
        }

        var until = from.AddDays(days);
        var visits = await context.Appointments.AsNoTracking()
            .Where(a => a.PatientId == patientId && a.Date >= from && a.Date < until && a.Status != AppointmentStatus.Cancelled && a.Id != moving)
            .ToListAsync(cancellation);
        return visits.ConvertAll(a => a.Slot);
    }
}
