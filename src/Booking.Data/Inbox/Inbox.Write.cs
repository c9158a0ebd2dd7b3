using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class Inbox
{
    /// <summary>Writes to a patient in reception's own words, which deals with what they wrote; or says why not. It goes as an
    /// e-mail where no text can come to them.</summary>
    /// <param name="words">As they go out.</param>
    /// <param name="form">Names the form that was sent: pressed twice, the text goes once.</param>
    /// <param name="upTo">The latest text of theirs that was seen.</param>
    /// <param name="emailsGo">Whether the clinic can send e-mails.</param>
    public async Task<Refusal?> WriteAsync(
        int patientId, string words, Reference form, int upTo, string who, bool emailsGo, CancellationToken cancellation)
    {
        if (NoteRules.WhyNot(words) is { } bad)
        {
            return bad;
        }

        var text = NoteRules.Tidied(words);

        try
        {
            return await transactions.RunAsync(
                context => WriteAsync(context, patientId, text, $"note:{form.Text}", upTo, who, emailsGo, cancellation),
                keep: refusal => refusal is null,
                cancellation);
        }
        catch (DbUpdateException e) when (e.IsDuplicateIn(nameof(BookingDbContext.Messages)))
        {
            return null; // the same form came twice
        }
    }

    /// <summary>Notes that a patient's texts, up to one that was seen, are dealt with; what has to be settled stays.</summary>
    public async Task HandleAsync(int patientId, int upTo, string who, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await HandleAsync(context, await OfAsync(context, patientId, cancellation), upTo, who, cancellation);
    }

    /// <summary>Puts a patient's latest text back among those that wait for a person.</summary>
    public async Task ReopenAsync(int patientId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var theirs = await OfAsync(context, patientId, cancellation);
        var latest = await theirs.MaxAsync(t => (int?)t.Id, cancellation);
        await context.ReceivedTexts.Where(t => t.Id == latest).ExecuteUpdateAsync(
            row => row.SetProperty(t => t.HandledAt, (DateTime?)null).SetProperty(t => t.HandledBy, (string?)null), cancellation);
    }

    /// <summary>Notes that the texts of a telephone that is nobody's are dealt with.</summary>
    public async Task HandleAsync(ReceivedText seen, string who, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await HandleAsync(
            context, context.ReceivedTexts.Where(t => t.PatientId == null && t.From == seen.From), seen.Id, who, cancellation);
    }

    /// <summary>Somebody has said whose the texts of this telephone are; or why they cannot be.</summary>
    public Task<Refusal?> GiveAsync(ReceivedText text, int patientId, string who, CancellationToken cancellation) =>
        transactions.RunAsync<Refusal?>(
            async context =>
            {
                if (await context.Patients.SingleOrDefaultAsync(p => p.Id == patientId, cancellation)
                    is not { MergedIntoId: null, EmptiedAt: null } patient)
                {
                    return Refusal.NoSuchPatient;
                }

                await context.ReceivedTexts.Where(t => t.PatientId == null && t.From == text.From && t.Words != null)
                    .ExecuteUpdateAsync(row => row.SetProperty(t => t.PatientId, patientId), cancellation);
                patient.Note($"Texts from {Telephone.Parse(text.From).Display} are theirs", who, clock.UtcNow());
                await context.SaveChangesAsync(cancellation);
                return null;
            },
            keep: refusal => refusal is null,
            cancellation);

    /// <summary>Takes a text away from a patient whose it is not, so that somebody can say whose it is.</summary>
    public async Task TakeBackAsync(int patientId, int textId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await (await OfAsync(context, patientId, cancellation)).Where(t => t.Id == textId && t.AppointmentId == null)
            .ExecuteUpdateAsync(row => row.SetProperty(t => t.PatientId, (int?)null), cancellation);
    }

    private async Task<Refusal?> WriteAsync(
        BookingDbContext context,
        int patientId,
        string words,
        string key,
        int upTo,
        string who,
        bool emailsGo,
        CancellationToken cancellation)
    {
        var patient = await context.Patients.SingleOrDefaultAsync(p => p.Id == patientId, cancellation);
        var refused = patient is null ? null : await context.RefusedNumbers.Where(n => n.Telephone == patient.Telephone)
            .Select(n => (WhyNotSent?)n.Why).SingleOrDefaultAsync(cancellation);
        var channel = NoteRules.Channel(patient, refused, emailsGo);
        if (channel == MessageChannel.Text && NoteRules.WhyNot(patient, refused) is { } refusal)
        {
            return refusal;
        }

        var now = clock.UtcNow();
        var note = Message.Note(patientId, words, key, now);
        context.Add(channel == MessageChannel.Email ? note.ByEmail(now) : note);
        patient!.Note(channel == MessageChannel.Email ? "Wrote them an e-mail" : "Wrote them a text", who, now);
        await context.SaveChangesAsync(cancellation);
        await HandleAsync(context, await OfAsync(context, patientId, cancellation), upTo, who, cancellation);
        return null;
    }

    private async Task HandleAsync(
        BookingDbContext context, IQueryable<ReceivedText> texts, int upTo, string who, CancellationToken cancellation)
    {
        var (today, time, now) = (clock.Today(), TimeOnly.FromDateTime(clock.Now()), clock.UtcNow());
        await texts.Where(t => t.HandledAt == null && t.Id <= upTo)
            .Where(t => t.Outcome != ReplyOutcome.AsksToCancel || !context.Appointments.Any(a => a.Id == t.AppointmentId
                && (a.Status == AppointmentStatus.Booked || a.Status == AppointmentStatus.Confirmed)
                && (a.Date > today || (a.Date == today && a.Start > time))))
            .ExecuteUpdateAsync(row => row.SetProperty(t => t.HandledAt, now).SetProperty(t => t.HandledBy, who), cancellation);
    }

    private static async Task<IQueryable<ReceivedText>> OfAsync(
        BookingDbContext context, int patientId, CancellationToken cancellation)
    {
        var records = await context.RecordsOfAsync(patientId, cancellation);
        return context.ReceivedTexts.Where(t => t.PatientId != null && records.Contains(t.PatientId.Value));
    }
}
