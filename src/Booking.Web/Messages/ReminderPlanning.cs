using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>Lets a change of when patients are reminded reach the appointments that are booked already.</summary>
public sealed class ReminderPlanning(
    IDbContextFactory<BookingDbContext> contexts, Transactions transactions, ClinicSetup setup, TimeProvider clock)
{
    private const int AtATime = 200;

    // So that a sweep asks about it only when the set-up has changed, and once after the start.
    private long? _followed;

    /// <summary>False when there was nothing to follow.</summary>
    /// <param name="setUp">The revision of the set-up that is in force.</param>
    public async Task<bool> FollowSettingsAsync(long setUp, CancellationToken stop)
    {
        if (setUp == _followed)
        {
            return false;
        }

        await using var context = await contexts.CreateDbContextAsync(stop);
        var rules = (await setup.ReadAsync(context, stop)).Rules;
        try
        {
            var outOfLine = await OutOfLineAsync(context, rules, stop);
            foreach (var ids in outOfLine.Chunk(AtATime))
            {
                await transactions.RunAsync(write => PlanAsync(write, ids, rules), stop);
            }

            _followed = setUp;
            return outOfLine.Count > 0;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsDuplicateIn(nameof(BookingDbContext.Messages)))
        {
            // Another node plans the same, or a reminder went at this moment: the next sweep looks again.
            return true;
        }
    }

    private async Task<List<int>> OutOfLineAsync(BookingDbContext context, BookingRules rules, CancellationToken stop)
    {
        var own = rules.Reminders.Select(lead => lead.TreatmentId).OfType<int>().Distinct().ToList();
        var ids = await OutOfLine(context, rules.RemindersFor(treatmentId: 0), clock.Now())
            .Where(a => !own.Contains(a.TreatmentId)).Select(a => a.Id).ToListAsync(stop);
        foreach (var treatment in own)
        {
            ids.AddRange(await OutOfLine(context, rules.RemindersFor(treatment), clock.Now())
                .Where(a => a.TreatmentId == treatment).Select(a => a.Id).ToListAsync(stop));
        }

        return ids;
    }

    // Those to come with a reminder too many, without one of those wanted, or with one that was withdrawn and is wanted again.
    private static IQueryable<Appointment> OutOfLine(BookingDbContext context, IReadOnlyList<int> wanted, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        return context.Appointments.Where(a => a.Date >= today && a.Status != AppointmentStatus.Cancelled
            && (a.Messages.Any(m => m.Kind == MessageKind.Reminder
                    && ((m.State == MessageState.Pending && !wanted.Contains(m.HoursBefore))
                        || (m.Why == WhyNotSent.Replaced && wanted.Contains(m.HoursBefore))))
                || wanted.Any(hours => !a.Messages.Any(m => m.Kind == MessageKind.Reminder && m.HoursBefore == hours))));
    }

    private async Task<int> PlanAsync(BookingDbContext context, int[] ids, BookingRules rules)
    {
        var dates = await context.Appointments.Where(a => ids.Contains(a.Id)).Select(a => a.Date).Distinct().ToListAsync();
        await context.ChangeDatesAsync(dates, CancellationToken.None); // whoever looks at the diary sees which texts will go
        foreach (var appointment in await context.Appointments.Include(a => a.Messages).Where(a => ids.Contains(a.Id)).ToListAsync())
        {
            appointment.PlanReminders(rules, clock.UtcNow());
        }

        return await context.SaveChangesAsync();
    }
}
