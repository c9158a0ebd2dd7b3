using System.Security.Cryptography;
using System.Text;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Booking.Web;

/// <summary>Sends one due message: claims it, reads it against its appointment, hands it over, records what became of it.</summary>
public sealed partial class TextSending(
    IDbContextFactory<BookingDbContext> contexts,
    Transactions transactions,
    SendingDesk desk,
    TextMeter meter,
    IOptions<ClinicOptions> clinic,
    TimeProvider clock,
    ILogger<TextSending> log,
    ISendTexts? texts = null)
{
    private const int MostTries = 5;

    /// <summary>In place of a text where none may go: the claim leaves nothing written.</summary>
    private static readonly Outgoing KeptBack = new(new Text("", "", Callback: null, default), "", default);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>Whether there is anything to send with.</summary>
    public bool IsSetUp => texts is not null;

    /// <summary>What became of it; null when it was not ours to send, or there is no reason to send it now.</summary>
    public async Task<TextAnswer?> SendAsync(int id)
    {
        if (texts is null || !await IsWaitingAsync(id) || await ClaimAsync(id) is not { } outgoing)
        {
            return null;
        }

        if (outgoing == KeptBack)
        {
            await desk.PauseIfTooManyAsync();
            return TextAnswer.HeldBack;
        }

        // A process that was frozen since its claim no longer knows that it is alone.
        if (clock.UtcNow() >= outgoing.Lease)
        {
            return null;
        }

        var answer = await texts.SendAsync(outgoing.Text);
        meter.Answered(answer.Handover);
        await RecordAsync(id, outgoing.Ticket, answer);
        return answer;
    }

    // Without a lock: several nodes go through the same list, and most of it is another's by now.
    private async Task<bool> IsWaitingAsync(int id)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await context.Messages.AnyAsync(message => message.Id == id && message.State == MessageState.Pending);
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
        var patient = appointment?.Patient ?? await context.Patients.AsNoTracking().SingleAsync(p => p.Id == message.PatientId);
        var refused = await context.WhyRefusedAsync(patient.Telephone);
        var outgoing = Decide(context, message, appointment, patient, refused, now);
        await context.SaveChangesAsync();
        return outgoing is null || await desk.TakeTurnAsync(context, due, now) ? outgoing : KeptBack;
    }

    private Outgoing? Decide(
        BookingDbContext context, Message message, Appointment? appointment, Patient patient, WhyNotSent? refused, DateTime now)
    {
        var wall = ClinicTime.ToWall(now);
        if (message.WhyNot(appointment, patient, refused, wall) is { } why)
        {
            message.Skip(why);
            meter.NotSent(why);
            return null;
        }

        if (message.KeptBackUntil(appointment, wall) is { } morning)
        {
            message.PutBack(ClinicTime.ToUtc(morning));
            return null;
        }

        var link = message.Kind == MessageKind.Offer ? LinkToOffer(context, message)
            : appointment is null ? "" : LinkTo(context, appointment);
        var ticket = Reference.From(RandomNumberGenerator.GetBytes(Reference.Bytes)).Text;
        var text = Write(message, patient.Telephone, link, ticket, now);
        message.Try(text.To, SHA256.HashData(Encoding.UTF8.GetBytes(text.Body)), Gsm7.Parts(text.Body), ticket);
        return new Outgoing(text, ticket, message.Due!.Value);
    }

    private string LinkTo(BookingDbContext context, Appointment appointment)
    {
        var reference = Reference.From(RandomNumberGenerator.GetBytes(Reference.Bytes));
        context.Add(new AppointmentLink { Hash = reference.Hash, AppointmentId = appointment.Id });
        return At($"appointment/{reference.Text}").AbsoluteUri;
    }

    private string LinkToOffer(BookingDbContext context, Message message)
    {
        var reference = Reference.From(RandomNumberGenerator.GetBytes(Reference.Bytes));
        context.Add(new WaitingLink { Hash = reference.Hash, MessageId = message.Id });
        return At($"waiting/{reference.Text}").AbsoluteUri;
    }

    private Text Write(Message message, string to, string link, string ticket, DateTime now)
    {
        var body = new Wording(clinic.Value.Name, clinic.Value.Telephone).Write(message, link);
        var callback = clinic.Value.PublicBaseUrl.IsLoopback ? null : At($"{StatusCallback.Path[1..]}?{StatusCallback.Ticket}={ticket}");
        return new Text(to, body, callback, ClinicTime.ToUtc(message.UsefulUntil) - now);
    }

    private Uri At(string path) => new($"{clinic.Value.PublicBaseUrl.AbsoluteUri.TrimEnd('/')}/{path}");

    private async Task RecordAsync(int id, string ticket, TextAnswer answer)
    {
        LogAnswer(log, id, answer.Handover, answer.Code);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await transactions.RunAsync(context => RecordAsync(context, id, ticket, answer), CancellationToken.None);
                return;
            }
            catch (DbUpdateException e) when (attempt < MostTries && RefusedNumbers.IsOvertaken(e))
            {
                // The provider's first report has overtaken its answer.
            }
        }
    }

    private async Task<int> RecordAsync(BookingDbContext context, int id, string ticket, TextAnswer answer)
    {
        var message = await context.Messages.SingleAsync(m => m.Id == id);
        if (message.Ticket == ticket)
        {
            Record(message, answer, clock.UtcNow());
            await context.RememberAsync(message, clock.UtcNow());
        }

        if (!answer.MayHaveGone)
        {
            await SendingDesk.GiveTurnBackAsync(context);
        }

        return await context.SaveChangesAsync();
    }

    private static void Record(Message message, TextAnswer answer, DateTime now)
    {
        switch (answer.Handover)
        {
            case Handover.Accepted:
                message.Accepted(answer.Sid!, now);
                break;
            case Handover.TryAgain:
                message.PutBack(now + Pause(message.Tries));
                break;
            case Handover.Lost:
                message.LoseSight(now);
                break;
            case Handover.NotSetUp:
                message.PutBack(now);
                break;
            case Handover.Refused:
                message.Refused(answer.Why!.Value, answer.Code, now);
                break;
        }
    }

    // Longer each time, and not the same for everybody: else all who were put back would come back together.
    private static TimeSpan Pause(int tries)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(tries - 1, 10));
        return (pause < LongestPause ? pause : LongestPause) * (0.5 + (RandomNumberGenerator.GetInt32(1000) / 1000.0));
    }

    /// <summary>One text that has been claimed.</summary>
    /// <param name="Lease">Until when nobody else may touch it (UTC).</param>
    private sealed record Outgoing(Text Text, string Ticket, DateTime Lease);

    [LoggerMessage(Level = LogLevel.Information, Message = "Text {Message}: {Answer}, code {Code}")]
    private static partial void LogAnswer(ILogger logger, int message, Handover answer, int? code);
}
