using System.Security.Cryptography;
using System.Text;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Booking.Web;

/// <summary>
/// Sends one due e-mail to a patient: claims it, reads it against its appointment, hands it over, records what became of it. It is
/// never sent again when nobody can say whether it went.
/// </summary>
public sealed partial class EmailSending(
    Transactions transactions,
    SendingDesk desk,
    TextMeter meter,
    ClinicWording wording,
    PatientLinks links,
    IOptions<ClinicOptions> clinic,
    TimeProvider clock,
    ILogger<EmailSending> log,
    ISendEmails? emails = null)
{
    /// <summary>In place of an e-mail where none may go: the claim leaves nothing written.</summary>
    private static readonly Outgoing KeptBack = new(new Email("", "", ""), "", default);

    /// <summary>Whether there is anything to send with.</summary>
    public bool IsSetUp => emails is not null;

    /// <summary>What became of it; null when it was not ours to send, or there is no reason to send it now.</summary>
    public async Task<Handover?> SendAsync(int id)
    {
        if (emails is null || await ClaimAsync(id) is not { } outgoing)
        {
            return null;
        }

        if (outgoing == KeptBack)
        {
            return await desk.IsThereATurnAsync() ? await SendAsync(id) : Handover.HeldBack;
        }

        if (clock.UtcNow() >= outgoing.Lease)
        {
            return null;
        }

        var answer = Read(await emails.SendAsync(outgoing.Email));
        LogAnswer(log, id, answer);
        meter.Answered(MessageChannel.Email, answer);
        await transactions.RecordAsync(context => RecordAsync(context, id, outgoing.Ticket, answer));
        return answer;
    }

    private async Task<Outgoing?> ClaimAsync(int id)
    {
        try
        {
            return await transactions.RunAsync(
                context => ClaimAsync(context, id), keep: outgoing => outgoing != KeptBack, CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null; // another node was quicker
        }
    }

    private async Task<Outgoing?> ClaimAsync(BookingDbContext context, int id)
    {
        var message = await context.Messages.SingleAsync(m => m.Id == id);
        var (due, now) = (message.Due, clock.UtcNow());
        if (!message.Claim(now))
        {
            return null;
        }

        await context.SaveChangesAsync();
        var (appointment, patient) = await EmailsBeside.WhomAsync(context, message);
        var outgoing = Decide(context, await wording.ReadAsync(context), message, appointment, patient, now);
        await context.SaveChangesAsync();
        return outgoing is null || await desk.TakeTurnAsync(context, due) ? outgoing : KeptBack;
    }

    private Outgoing? Decide(
        BookingDbContext context, Wording words, Message message, Appointment? appointment, Patient patient, DateTime now)
    {
        var wall = ClinicTime.ToWall(now);
        if ((message.WhyUnwanted(words.Clinic.Rules) ?? message.WhyNot(appointment, patient, refused: null, wall)) is { } why)
        {
            message.Skip(why);
            meter.NotSent(MessageChannel.Email, why);
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
        return new Outgoing(new Email(to, subject, body, [.. Files(message, appointment, to, now)]), ticket, message.Due!.Value);
    }

    // A word about a delay, or about a visit that was missed, changes nothing in anybody's calendar.
    private IEnumerable<EmailFile> Files(Message message, Appointment? appointment, string to, DateTime now)
    {
        if (appointment is not null && (message.IsNews || message.Kind == MessageKind.Reminder))
        {
            yield return CalendarFile.For(appointment, clinic.Value, to, now);
        }
    }

    private async Task<int> RecordAsync(BookingDbContext context, int id, string ticket, Handover answer)
    {
        var message = await context.Messages.SingleAsync(m => m.Id == id);
        if (message.Ticket == ticket)
        {
            Record(message, answer, ticket, clock.UtcNow());
        }

        var saved = await context.SaveChangesAsync();
        if (answer is not (Handover.Accepted or Handover.Lost))
        {
            await SendingDesk.GiveTurnBackAsync(context);
        }

        return saved;
    }

    private static void Record(Message message, Handover answer, string ticket, DateTime now)
    {
        switch (answer)
        {
            case Handover.Accepted:
                message.Accepted(ticket, now);
                break;
            case Handover.TryAgain or Handover.NotSetUp:
                message.PutBack(now + Pauses.After(message.Tries));
                break;
            case Handover.Refused:
                message.Refused(WhyNotSent.AddressRefused, code: null, now);
                break;
            case Handover.Lost:
                message.LoseSight(now);
                break;
        }
    }

    private static Handover Read(EmailAnswer answer) => answer switch
    {
        EmailAnswer.Sent => Handover.Accepted,
        EmailAnswer.NotNow => Handover.TryAgain,
        EmailAnswer.Refused => Handover.Refused,
        EmailAnswer.NotSetUp => Handover.NotSetUp,
        EmailAnswer.Lost => Handover.Lost,
    };

    /// <summary>One e-mail that has been claimed.</summary>
    /// <param name="Lease">Until when nobody else may touch it (UTC).</param>
    private sealed record Outgoing(Email Email, string Ticket, DateTime Lease);

    [LoggerMessage(Level = LogLevel.Information, Message = "E-mail {Message}: {Answer}")]
    private static partial void LogAnswer(ILogger logger, int message, Handover answer);
}
