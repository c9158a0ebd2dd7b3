using System.Security.Cryptography;
using System.Text;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Booking.Web;

/// <summary>
/// Sends patients what they are told by e-mail: beside a text or in place of one. Each is a row of its own, claimed before it
/// goes, and is never sent again when nobody can say whether it went.
/// </summary>
public sealed partial class EmailSending(
    Transactions transactions,
    ClinicWording wording,
    PatientLinks links,
    IOptions<ClinicOptions> clinic,
    TimeProvider clock,
    ILogger<EmailSending> log,
    ISendEmails? emails = null)
{
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

        var (appointment, patient) = await ReadAsync(context, text);
        if (CanReach(appointment, patient))
        {
            await GoBesideAsync(context, text, appointment, patient);
            text.LeaveItToTheEmail();
        }
    }

    /// <summary>The next save has an e-mail that says the same as this text, unless there is one.</summary>
    public async Task GoBesideAsync(BookingDbContext context, Message text, Appointment? appointment, Patient patient)
    {
        if (CanReach(appointment, patient) && !await context.Messages.AnyAsync(m => m.Channel == MessageChannel.Email
            && m.AppointmentId == text.AppointmentId && m.Key == text.Key
            && m.Kind == text.Kind && m.Version == text.Version && m.HoursBefore == text.HoursBefore))
        {
            context.Add(text.ByEmail(clock.UtcNow()));
        }
    }

    /// <summary>While no text goes: leaves this one, to a patient who likes e-mails better, to an e-mail.</summary>
    public async Task TakeOverAsync(int id)
    {
        try
        {
            await transactions.RunAsync(
                async context =>
                {
                    var message = await context.Messages.SingleAsync(m => m.Id == id);
                    var (appointment, patient) = await ReadAsync(context, message);
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

    public async Task SendAsync(int id)
    {
        if (emails is null || await ClaimAsync(id) is not var (email, ticket, lease) || clock.UtcNow() >= lease)
        {
            return;
        }

        var answer = await emails.SendAsync(email);
        LogAnswer(log, id, answer);
        await RecordAsync(id, ticket, answer);
    }

    private async Task<(Email Email, string Ticket, DateTime Lease)?> ClaimAsync(int id)
    {
        try
        {
            return await transactions.RunAsync(context => ClaimAsync(context, id), CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null; // another node was quicker
        }
    }

    private async Task<(Email Email, string Ticket, DateTime Lease)?> ClaimAsync(BookingDbContext context, int id)
    {
        var now = clock.UtcNow();
        var message = await context.Messages.SingleAsync(m => m.Id == id);
        var due = message.Due;

        // Whoever has stopped the texts means everything that goes by itself.
        if (await context.SendingStatus.AnyAsync(s => s.StoppedAt != null || s.TooManyAt != null || s.OverdueUntil >= due)
            || !message.Claim(now))
        {
            return null;
        }

        await context.SaveChangesAsync();
        var (appointment, patient) = await ReadAsync(context, message);
        var outgoing = Decide(context, await wording.ReadAsync(context), message, appointment, patient, now);
        await context.SaveChangesAsync();
        return outgoing;
    }

    private static async Task<(Appointment? Appointment, Patient Patient)> ReadAsync(BookingDbContext context, Message message)
    {
        var appointment = message.AppointmentId is null ? null : await context.Appointments.AsNoTracking()
            .Include(a => a.Patient).Include(a => a.Practitioner)
            .SingleAsync(a => a.Id == message.AppointmentId);
        return (appointment, appointment?.Patient ?? await context.Patients.AsNoTracking().SingleAsync(p => p.Id == message.PatientId));
    }

    private (Email Email, string Ticket, DateTime Lease)? Decide(
        BookingDbContext context, Wording words, Message message, Appointment? appointment, Patient patient, DateTime now)
    {
        var wall = ClinicTime.ToWall(now);
        if (message.WhyNot(appointment, patient, refused: null, wall) is { } why)
        {
            message.Skip(why);
            return null;
        }

        if (message.KeptBackUntil(appointment, wall) is { } morning)
        {
            message.PutBack(ClinicTime.ToUtc(morning));
            return null;
        }

        var to = Message.EmailOf(appointment, patient)!;
        var link = links.For(context, message, patient, appointment);
        var (subject, body) = words.WriteEmail(message, appointment, link);
        var ticket = Reference.From(RandomNumberGenerator.GetBytes(Reference.Bytes)).Text;
        var (_, said) = words.WriteEmail(message, appointment, Wording.TheirLink);
        message.Try(to: null, SHA256.HashData(Encoding.UTF8.GetBytes(body)), parts: 0, ticket, $"{subject}\n\n{said}");
        return (new Email(to, subject, body, [.. Files(message, appointment, to, now)]), ticket, message.Due!.Value);
    }

    // A word about a delay, or about a visit that was missed, changes nothing in anybody's calendar.
    private IEnumerable<EmailFile> Files(Message message, Appointment? appointment, string to, DateTime now)
    {
        if (appointment is not null && (message.IsNews || message.Kind == MessageKind.Reminder))
        {
            yield return CalendarFile.For(appointment, clinic.Value, to, now);
        }
    }

    private Task<int> RecordAsync(int id, string ticket, EmailAnswer answer) => transactions.RunAsync(
        async context =>
        {
            var message = await context.Messages.SingleAsync(m => m.Id == id);
            if (message.Ticket == ticket)
            {
                Record(message, answer, ticket, clock.UtcNow());
            }

            return await context.SaveChangesAsync();
        },
        CancellationToken.None);

    private static void Record(Message message, EmailAnswer answer, string ticket, DateTime now)
    {
        switch (answer)
        {
            case EmailAnswer.Sent:
                message.Accepted(ticket, now);
                break;
            case EmailAnswer.NotNow or EmailAnswer.NotSetUp:
                message.PutBack(now + Pauses.After(message.Tries));
                break;
            case EmailAnswer.Refused:
                message.Refused(WhyNotSent.AddressRefused, code: null, now);
                break;
            case EmailAnswer.Lost:
                message.LoseSight(now);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "E-mail {Message}: {Answer}")]
    private static partial void LogAnswer(ILogger logger, int message, EmailAnswer answer);
}
