using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>Which e-mails there are: beside a text where the patient likes both, and in place of one that does not reach them.</summary>
public sealed class EmailsBeside(
    DueMessages due, Transactions transactions, TimeProvider clock, ISendEmails? emails = null)
{
    private const int AtOnce = 4;

    /// <summary>Whether an e-mail to this patient can go.</summary>
    public bool CanReach(Appointment? appointment, Patient patient) =>
        emails is not null && Message.EmailOf(appointment, patient) is not null;

    /// <summary>If this text will not reach its patient and an e-mail can, the next save leaves it to one.</summary>
    public async Task GoInsteadAsync(BookingDbContext context, Message text)
    {
        if (emails is null || text.EmailGoesInstead || !text.NeedsAnEmail(clock.UtcNow()))
        {
            return;
        }

        var (appointment, patient) = await WhomAsync(context, text);
        if (await GoBesideAsync(context, text, appointment, patient))
        {
            text.LeaveItToTheEmail();
        }
    }

    /// <summary>The next save has an e-mail that says the same as this text, unless there is one.</summary>
    /// <returns>Whether one goes or has gone: none that failed itself says anything in the text's place.</returns>
    public async Task<bool> GoBesideAsync(BookingDbContext context, Message text, Appointment? appointment, Patient patient)
    {
        if (!CanReach(appointment, patient))
        {
            return false;
        }

        var email = await context.Messages
            .Where(m => m.Channel == MessageChannel.Email && m.AppointmentId == text.AppointmentId && m.Key == text.Key
                && m.Kind == text.Kind && m.Version == text.Version && m.HoursBefore == text.HoursBefore)
            .Select(m => (MessageState?)m.State)
            .FirstOrDefaultAsync();
        if (email is null)
        {
            context.Add(text.ByEmail(clock.UtcNow()));
        }

        return email is null or MessageState.Pending or MessageState.Sending or MessageState.Sent or MessageState.Delivered;
    }

    /// <summary>While no text goes: who likes e-mails better is not kept waiting by what is wrong with the texts.</summary>
    /// <param name="waits">What was due by then waits for a person (UTC); null where nothing does.</param>
    public Task TakeOverAllAsync(DateTime? waits, CancellationToken stop) => due.GoThroughAsync(
        context => m => m.State == MessageState.Pending && m.Channel == MessageChannel.Text && (waits == null || m.Due > waits)
            && (context.Appointments.Any(a => a.Id == m.AppointmentId && a.Patient.ToldBy == ToldBy.Email)
                || context.Patients.Any(p => p.Id == m.PatientId && p.ToldBy == ToldBy.Email)),
        AtOnce,
        async next =>
        {
            await TakeOverAsync(next.Id);
            return true;
        },
        stop);

    private async Task TakeOverAsync(int id)
    {
        try
        {
            await transactions.RunAsync(
                async context =>
                {
                    var message = await context.Messages.SingleAsync(m => m.Id == id);
                    var (appointment, patient) = await WhomAsync(context, message);
                    if (message.CanBeAnEmail && CanReach(appointment, patient) && message.Claim(clock.UtcNow()))
                    {
                        message.Skip(WhyNotSent.ByEmail);
                        await GoInsteadAsync(context, message);
                    }

                    return await context.SaveChangesAsync();
                },
                CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node was quicker.
        }
    }

    /// <summary>What a message is about, and whom it is for, as they are now.</summary>
    internal static async Task<(Appointment? Appointment, Patient Patient)> WhomAsync(BookingDbContext context, Message message)
    {
        var appointment = message.AppointmentId is null ? null : await context.Appointments.AsNoTracking()
            .Include(a => a.Patient).Include(a => a.Practitioner)
            .SingleAsync(a => a.Id == message.AppointmentId);
        return (
            appointment,
            appointment?.Patient ?? (await context.KeptAsync([message.PatientId!.Value], CancellationToken.None))[message.PatientId.Value]);
    }
}
