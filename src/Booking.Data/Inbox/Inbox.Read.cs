using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>One text between a patient and the clinic, one way or the other.</summary>
/// <param name="At">When it came, went or was tried (UTC).</param>
public sealed record ThreadLine(DateTime At, ReceivedText? Received, Message? Sent);

/// <summary>All that was texted with one patient, the latest first, a page of it.</summary>
/// <param name="Stopped">Since when they want no texts (UTC), or null.</param>
/// <param name="Refused">Why the network takes no texts for their number, whoever said so, or null.</param>
/// <param name="Next">Their next appointment.</param>
/// <param name="ToSettle">Their appointments that they asked by text to cancel, and nobody has settled yet.</param>
/// <param name="AsksForNoTexts">Whether one that nobody has dealt with asks for no more texts.</param>
/// <param name="ToRead">How many texts wait for a person.</param>
/// <param name="Latest">The number of the latest text that came in; 0 where none did.</param>
/// <param name="HasOlder">Whether there is another page.</param>
public sealed record PatientThread(
    Patient Patient,
    IReadOnlyList<ThreadLine> Lines,
    DateTime? Stopped,
    WhyNotSent? Refused,
    Appointment? Next,
    IReadOnlyList<Appointment> ToSettle,
    bool AsksForNoTexts,
    int ToRead,
    int Latest,
    bool HasOlder);

public sealed partial class Inbox
{
    public const int LinesOfAPage = 50;

    /// <summary>What was texted with this patient; null where there is none, or the record is no longer used.</summary>
    /// <param name="page">0 for the latest.</param>
    public async Task<PatientThread?> ReadAsync(int patientId, int page, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Database.OpenConnectionAsync(cancellation);
        if (await context.Patients.AsNoTracking().SingleOrDefaultAsync(p => p.Id == patientId, cancellation)
            is not { MergedIntoId: null } patient)
        {
            return null;
        }

        var records = await context.RecordsOfAsync(patientId, cancellation);
        var received = context.ReceivedTexts.AsNoTracking()
            .Where(t => t.PatientId != null && records.Contains(t.PatientId.Value) && t.Words != null);
        var upTo = ((page + 1) * LinesOfAPage) + 1;
        var lines = (await received.OrderByDescending(t => t.Id).Take(upTo).ToListAsync(cancellation))
            .Select(text => new ThreadLine(text.At, text, null))
            .Concat((await SentAsync(context, records, upTo, cancellation)).Select(sent => new ThreadLine(MomentOf(sent), null, sent)))
            .OrderByDescending(line => line.At).ThenByDescending(line => line.Received?.Id)
            .Skip(page * LinesOfAPage).Take(LinesOfAPage + 1).ToList();
        var refused = await context.RefusedNumbers.AsNoTracking().SingleOrDefaultAsync(n => n.Telephone == patient.Telephone, cancellation);
        var toCome = await ToComeAsync(context, patientId, cancellation);
        var asked = await received.Where(t => t.HandledAt == null && t.Outcome == ReplyOutcome.AsksToCancel)
            .Select(t => t.AppointmentId).ToListAsync(cancellation);
        return new PatientThread(
            patient,
            [.. lines.Take(LinesOfAPage)],
            refused?.Why == WhyNotSent.OptedOut ? refused.Since : null,
            refused?.Why,
            toCome.FirstOrDefault(),
            [.. toCome.Where(a => asked.Contains(a.Id) && a.CanBeCancelled(clock.Now()))],
            await received.AnyAsync(t => t.HandledAt == null && t.Outcome == ReplyOutcome.AsksForNoTexts, cancellation),
            await received.CountAsync(t => t.HandledAt == null, cancellation),
            await received.MaxAsync(t => (int?)t.Id, cancellation) ?? 0,
            lines.Count > LinesOfAPage);
    }

    /// <summary>The patient whose text this is, by the record that is used now; null where it is not known.</summary>
    /// <returns>The text too; null where there is no such text.</returns>
    public async Task<(ReceivedText? Text, Patient? Patient)> FindAsync(int textId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var text = await context.ReceivedTexts.AsNoTracking().SingleOrDefaultAsync(t => t.Id == textId && t.Words != null, cancellation);
        return (text, text?.PatientId is { } id ? (await context.KeptAsync([id], cancellation))[id] : null);
    }

    /// <summary>The latest texts from this one's telephone of which it is not known whose they are.</summary>
    public async Task<IReadOnlyList<ReceivedText>> OfNobodyAsync(ReceivedText text, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.ReceivedTexts.AsNoTracking()
            .Where(t => t.PatientId == null && t.From == text.From && t.Words != null)
            .OrderByDescending(t => t.Id).Take(LinesOfAPage).ToListAsync(cancellation);
    }

    /// <summary>Those of these telephones that want no texts.</summary>
    public async Task<IReadOnlySet<string>> StoppedAsync(IEnumerable<string> telephones, CancellationToken cancellation)
    {
        var asked = telephones.Distinct().ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.RefusedNumbers
            .Where(number => asked.Contains(number.Telephone) && number.Why == WhyNotSent.OptedOut)
            .Select(number => number.Telephone)
            .ToHashSetAsync(cancellation);
    }

    // What has gone or was tried, and the notes that wait.
    private static async Task<List<Message>> SentAsync(
        BookingDbContext context, List<int> records, int most, CancellationToken cancellation)
    {
        var visits = await context.Appointments.Where(a => records.Contains(a.PatientId)).Select(a => a.Id).ToListAsync(cancellation);
        return await context.Messages.AsNoTracking()
            .Where(m => (m.PatientId != null && records.Contains(m.PatientId.Value))
                || (m.AppointmentId != null && visits.Contains(m.AppointmentId.Value)))
            .Where(m => m.Kind == MessageKind.Note || m.SentAt != null || m.TriedAt != null)
            .OrderByDescending(m => m.SentAt ?? m.TriedAt ?? m.Due).ThenByDescending(m => m.Id)
            .Take(most)
            .ToListAsync(cancellation);
    }

    private static DateTime MomentOf(Message message) =>
        message.SentAt ?? message.TriedAt ?? message.Due ?? ClinicTime.ToUtc(message.StartsAt);

    private async Task<List<Appointment>> ToComeAsync(BookingDbContext context, int patientId, CancellationToken cancellation)
    {
        var (today, now) = (clock.Today(), clock.Now());
        var theirs = await context.Appointments.AsNoTracking().Include(a => a.Practitioner).Include(a => a.Treatment)
            .Where(a => a.PatientId == patientId && a.Date >= today && a.Status != AppointmentStatus.Cancelled)
            .OrderBy(a => a.Date).ThenBy(a => a.Start)
            .ToListAsync(cancellation);
        return theirs.FindAll(a => a.StartsAt > now);
    }
}
