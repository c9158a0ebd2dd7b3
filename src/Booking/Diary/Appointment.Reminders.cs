namespace Booking;

// A patient is reminded as often as the clinic has settled, and of nothing twice.
public sealed partial class Appointment
{
    /// <summary>Brings its reminders into line with the rules, as far as they have not gone. What has gone by a rule that no
    /// longer holds stands for one of those that hold now.</summary>
    /// <param name="now">UTC.</param>
    public void PlanReminders(BookingRules rules, DateTime now)
    {
        if (!Stands || StartsAt <= ClinicTime.ToWall(now))
        {
            return;
        }

        // Two that the night brings together are one.
        var wanted = rules.RemindersFor(TreatmentId).DistinctBy(hours => ReminderPolicy.Due(StartsAt, hours)).ToList();
        var missing = wanted.FindAll(hours => !Reminders(hours).Any(message => message.IsGoodFor(this)));
        var others = Messages.FindAll(message => message.IsReminderText && message.Tells(this)
            && !wanted.Contains(message.HoursBefore) && (message.MayHaveGone || message.IsWaiting || message.EmailGoesInstead));
        var inTurn = new Queue<Message>(others.OrderByDescending(message => message.HoursBefore));
        foreach (var hours in missing)
        {
            var other = inTurn.Count > 0 ? inTurn.Dequeue() : null;
            if (other is not ({ MayHaveGone: true } or { EmailGoesInstead: true }))
            {
                other?.Skip(WhyNotSent.Replaced);
                Remind(hours, now, inPlaceOfAnother: other is not null);
            }
        }

        foreach (var needless in inTurn)
        {
            needless.Skip(WhyNotSent.Replaced);
        }
    }

    private void Remind(int hours, DateTime now, bool inPlaceOfAnother)
    {
        var known = Reminders(hours).FirstOrDefault(message => message.Version == Version);
        if (known is null)
        {
            Messages.Add(Message.Reminder(this, hours, now, inPlaceOfAnother));
        }
        else if (known is { State: MessageState.Skipped, Why: WhyNotSent.Replaced })
        {
            known.RemindAfterAll(now, inPlaceOfAnother);
        }
    }

    private IEnumerable<Message> Reminders(int hours) =>
        Messages.Where(message => message.IsReminderText && message.HoursBefore == hours);
}
