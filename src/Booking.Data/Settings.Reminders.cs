using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class Settings
{
    private const string Everything = "All treatments";

    private static readonly Refusal RemindedThen = new("Patients are reminded at that time already.");

    private static readonly Refusal OftenEnough = new($"{ReminderLead.Most} reminders of one appointment are enough. Remove one first.");

    /// <summary>Adds a time at which patients are reminded; or says why not.</summary>
    /// <param name="seen">The revision that whoever changes them has seen.</param>
    public Task<Refusal?> RemindAsync(long seen, int hours, int? treatmentId, string who, CancellationToken cancellation) =>
        ChangeRemindersAsync(
            seen,
            treatmentId,
            (context, rules, same) =>
            {
                if (same.Exists(lead => lead.HoursBefore == hours))
                {
                    return RemindedThen;
                }

                if (same.Count >= ReminderLead.Most)
                {
                    return OftenEnough;
                }

                rules.Reminders.Add(new ReminderLead { HoursBefore = hours, TreatmentId = treatmentId });
                return null;
            },
            who,
            cancellation);

    /// <summary>Takes one of them out; or says why not.</summary>
    public Task<Refusal?> RemindNoMoreAsync(long seen, int hours, int? treatmentId, string who, CancellationToken cancellation) =>
        ChangeRemindersAsync(
            seen,
            treatmentId,
            (context, rules, same) =>
            {
                foreach (var lead in same.FindAll(lead => lead.HoursBefore == hours))
                {
                    rules.Reminders.Remove(lead);
                    context.Remove(lead);
                }

                return null;
            },
            who,
            cancellation);

    private Task<Refusal?> ChangeRemindersAsync(
        long seen,
        int? treatmentId,
        Func<BookingDbContext, BookingRules, List<ReminderLead>, Refusal?> change,
        string who,
        CancellationToken cancellation) => transactions.RunAsync(
            async context =>
            {
                if (!await IsLatestAsync(context, seen, cancellation))
                {
                    return ChangedMeanwhile;
                }

                var rules = await context.Rules.SingleAsync(cancellation);
                var before = Same(rules, treatmentId);
                if (change(context, rules, before) is { } refusal)
                {
                    return refusal;
                }

                var name = treatmentId is null
                    ? Everything
                    : await context.Treatments.Where(t => t.Id == treatmentId).Select(t => t.Name).SingleAsync(cancellation);
                Note(context, who, "Reminders", $"{name}: {ReminderLead.Said(before)}", $"{name}: {ReminderLead.Said(Same(rules, treatmentId))}");
                await context.SaveChangesAsync(cancellation);
                return null;
            },
            keep: refusal => refusal is null,
            cancellation);

    private static List<ReminderLead> Same(BookingRules rules, int? treatmentId) =>
        rules.Reminders.FindAll(lead => lead.TreatmentId == treatmentId);
}
