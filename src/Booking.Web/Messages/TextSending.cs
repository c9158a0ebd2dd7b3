using System.Security.Cryptography;
using System.Text;
using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>Sends one due message: claims it, reads it against its appointment, hands it over, records what became of it.</summary>
public sealed partial class TextSending(
    Transactions transactions,
    SendingDesk desk,
    TextMeter meter,
    ClinicWording wording,
    PatientLinks links,
    EmailsBeside emails,
    TimeProvider clock,
    ILogger<TextSending> log,
    ISendTexts? texts = null)
{
    /// <summary>In place of a text where none may go: the claim leaves nothing written.</summary>
    private static readonly Outgoing KeptBack = new(new Text("", "", Callback: null, default), "", default);

    /// <summary>Whether there is anything to send with.</summary>
    public bool IsSetUp => texts is not null;

    /// <summary>What became of it; null when it was not ours to send, or there is no reason to send it now.</summary>
    public async Task<TextAnswer?> SendAsync(int id)
    {
        if (texts is null || await ClaimAsync(id) is not { } outgoing)
        {
            return null;
        }

        if (outgoing == KeptBack)
        {
            return await desk.IsThereATurnAsync() ? await SendAsync(id) : TextAnswer.HeldBack;
        }

        // A process that was frozen since its claim no longer knows that it is alone.
        if (clock.UtcNow() >= outgoing.Lease)
        {
            return null;
        }

        var answer = await texts.SendAsync(outgoing.Text);
        meter.Answered(MessageChannel.Text, answer.Handover);
        await RecordAsync(id, outgoing.Ticket, answer);
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

    // One transaction: the claim is a conditional update, so whoever gets past it is the only one, and what is read after
    // it is what is sent. The link and the try are kept before the first byte goes out.
    private async Task<Outgoing?> ClaimAsync(BookingDbContext context, int id)
    {
        var now = clock.UtcNow();
        var message = await context.Messages.SingleAsync(m => m.Id == id);
        var due = message.Due;
        if (!message.Claim(now))
        {
            return null;
        }

        await context.SaveChangesAsync();
        var appointment = await context.Appointments.AsNoTracking().Include(a => a.Patient)
            .SingleOrDefaultAsync(a => a.Id == message.AppointmentId);
        var patient = appointment?.Patient ?? (await context.KeptAsync([message.PatientId!.Value], CancellationToken.None))[message.PatientId.Value];
        var refused = await context.WhyRefusedAsync(patient.Telephone);
        var words = await wording.ReadAsync(context);
        var outgoing = Decide(context, message, appointment, patient, refused, words, now);
        await emails.GoInsteadAsync(context, message);
        if (outgoing is not null && message.CanBeAnEmail && patient.ToldBy == ToldBy.Both)
        {
            await emails.GoBesideAsync(context, message, appointment, patient);
        }

        await context.SaveChangesAsync();
        return outgoing is null || await desk.TakeTurnAsync(context, due) ? outgoing : KeptBack;
    }

    private Outgoing? Decide(
        BookingDbContext context,
        Message message,
        Appointment? appointment,
        Patient patient,
        WhyNotSent? refused,
        Wording words,
        DateTime now)
    {
        var wall = ClinicTime.ToWall(now);
        var why = message.WhyNot(appointment, patient, refused, wall);
        if (message.CanBeAnEmail && emails.CanReach(appointment, patient) && Message.IsRatherAnEmail(patient, why))
        {
            why = WhyNotSent.ByEmail;
        }

        if (why is { } reason)
        {
            message.Skip(reason);
            meter.NotSent(MessageChannel.Text, reason);
            return null;
        }

        if (message.KeptBackUntil(appointment, wall) is { } morning)
        {
            message.PutBack(ClinicTime.ToUtc(morning));
            return null;
        }

        var link = links.For(context, message, patient, appointment);
        var ticket = Reference.From(RandomNumberGenerator.GetBytes(Reference.Bytes)).Text;
        var body = words.Write(message, appointment, link);
        var text = new Text(patient.Telephone, body, links.Callback(ticket), ClinicTime.ToUtc(message.UsefulUntil) - now);
        message.Try(text.To, SHA256.HashData(Encoding.UTF8.GetBytes(text.Body)), Gsm7.Parts(text.Body), ticket,
            words.Write(message, appointment, Wording.TheirLink));
        return new Outgoing(text, ticket, message.Due!.Value);
    }

    /// <summary>One text that has been claimed.</summary>
    /// <param name="Lease">Until when nobody else may touch it (UTC).</param>
    private sealed record Outgoing(Text Text, string Ticket, DateTime Lease);
}
