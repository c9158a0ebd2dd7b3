using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>Whoever writes in the diary first gives each date that changes another number, so that everybody notices.</summary>
public static class DateChanges
{
    /// <summary>
    /// The first thing in a transaction that writes in the diary. The dates are taken in their order: of two who change the
    /// same dates one waits for the other, and never crosswise.
    /// </summary>
    /// <exception cref="DbUpdateException">Somebody else was the first to write on that date: the same work will succeed.</exception>
    public static async Task ChangeDatesAsync(
        this BookingDbContext context, IEnumerable<DateOnly> dates, CancellationToken cancellation)
    {
        foreach (var date in dates.Distinct().Order())
        {
            // Random, not counted: a number that comes back with a backup would tell of another diary.
            var revision = Random.Shared.NextInt64();
            var known = await context.DiaryDates.Where(day => day.Date == date)
                .ExecuteUpdateAsync(row => row.SetProperty(day => day.Revision, revision), cancellation);
            if (known == 0)
            {
                context.Add(new DiaryDate { Date = date, Revision = revision });
                await context.SaveChangesAsync(cancellation);
            }
        }
    }

    /// <summary>
    /// The same for every date on which one of these patients has an appointment or is offered a time, before something
    /// changes that is seen on all of them: who they are, how to reach them, how often they did not come. Whoever books for
    /// one of them or joins them with another goes before or after: all write these rows.
    /// </summary>
    public static async Task ChangeDatesOfAsync(
        this BookingDbContext context, IReadOnlyList<int> patients, CancellationToken cancellation)
    {
        var theirs = context.Appointments.Where(a => patients.Contains(a.PatientId)).Select(a => a.Date)
            .Union(context.Offers.Where(o => o.State == OfferState.Open && patients.Contains(o.Entry.PatientId)).Select(o => o.Date));
        var dates = await theirs.ToListAsync(cancellation);
        await context.ChangeDatesAsync(dates, cancellation);
        await context.Patients.Where(p => patients.Contains(p.Id))
            .ExecuteUpdateAsync(row => row.SetProperty(p => p.Namesake, p => p.Namesake), cancellation);

        // Whoever was quicker may have given one of them another date.
        var now = await theirs.ToListAsync(cancellation);
        await context.ChangeDatesAsync(now.Except(dates), cancellation);
    }
}
