using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>The texts of one patient, or of a telephone that may be several people's or nobody's, as the list shows them.</summary>
/// <param name="Texts">All since the oldest that waits for a person, no more than a few, the latest first; where none waits, the
/// latest alone.</param>
/// <param name="Patient">Null where it is not known whose they are.</param>
/// <param name="LastSent">What the clinic sent them last, automatic answers apart; null where that is nothing.</param>
/// <param name="ToRead">How many wait for a person.</param>
/// <param name="AsksToCancel">Whether somebody has to settle a cancellation.</param>
/// <param name="AsksForNoTexts">Whether somebody has to see whether they are to be texted no more.</param>
public sealed record InboxThread(
    IReadOnlyList<ReceivedText> Texts,
    Patient? Patient,
    Message? LastSent,
    int ToRead = 0,
    bool AsksToCancel = false,
    bool AsksForNoTexts = false)
{
    public ReceivedText Latest => Texts[0];

    /// <summary>How many that wait are not shown.</summary>
    public int MoreToRead => ToRead - Texts.Count(text => text.HandledAt is null);
}

/// <summary>What patients write to the clinic by text, and what reception does about it.</summary>
public sealed partial class Inbox(IDbContextFactory<BookingDbContext> contexts, Transactions transactions, TimeProvider clock)
{
    private const int PageLength = 30;
    private const int MostOfAThread = 6;

    // What we sent earlier is not what they answer.
    private static readonly TimeSpan StillAnswered = TimeSpan.FromDays(60);

    // More than the threads of a page have, unless one of them is a machine's.
    private const int MostOfAPage = 600;

    /// <summary>The threads that wait for a person, or those that do not; the one that was written to last first.</summary>
    /// <param name="before">Only those whose latest text has a lower number.</param>
    /// <returns>A page of them, and where the next begins; null on the last one.</returns>
    public async Task<(IReadOnlyList<InboxThread> Threads, int? Older)> ThreadsAsync(
        bool done, int? before, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Database.OpenConnectionAsync(cancellation);
        return done ? await DoneAsync(context, before, cancellation) : await WaitingAsync(context, before, cancellation);
    }

    private async Task<(IReadOnlyList<InboxThread> Threads, int? Older)> WaitingAsync(
        BookingDbContext context, int? before, CancellationToken cancellation)
    {
        var found = await InboxQueries.Waiting(context, before).Take(PageLength + 1).ToListAsync(cancellation);
        var waiting = found.Take(PageLength).ToList();
        var texts = await InboxQueries.Of(context, waiting).AsNoTracking().Take(MostOfAPage).ToListAsync(cancellation);
        var patients = await context.KeptAsync(waiting.Select(thread => thread.PatientId).OfType<int>(), cancellation);
        var sent = await context.LastSentAsync(patients, clock.UtcNow() - StillAnswered, cancellation);

        // Two records that were made one have one thread.
        var threads =
            from thread in waiting
            let patient = thread.PatientId is { } id ? patients[id] : null
            group thread by patient is null ? (0, thread.From) : (patient.Id, "") into same
            let of = same.First().PatientId is { } id ? patients[id] : null
            select new InboxThread(
                [.. texts.Where(text => same.Any(thread => thread.Holds(text))).OrderByDescending(text => text.Id).Take(MostOfAThread)],
                of,
                of is null ? null : sent.GetValueOrDefault(of.Id),
                same.Sum(thread => thread.ToRead),
                same.Any(thread => thread.ToSettle > 0),
                same.Any(thread => thread.ToStop > 0));
        return ([.. threads], found.Count > PageLength ? waiting[^1].Latest : null);
    }

    private async Task<(IReadOnlyList<InboxThread> Threads, int? Older)> DoneAsync(
        BookingDbContext context, int? before, CancellationToken cancellation)
    {
        var found = await InboxQueries.Done(context, before).AsNoTracking().Take(PageLength + 1).ToListAsync(cancellation);
        var latest = found.Take(PageLength).ToList();
        var patients = await context.KeptAsync(latest.Select(text => text.PatientId).OfType<int>(), cancellation);
        var sent = await context.LastSentAsync(patients, clock.UtcNow() - StillAnswered, cancellation);
        var threads =
            from text in latest
            let patient = text.PatientId is { } id ? patients[id] : null
            group text by patient is null ? (0, text.From) : (patient.Id, "") into same
            let of = same.First().PatientId is { } id ? patients[id] : null
            select new InboxThread([same.First()], of, of is null ? null : sent.GetValueOrDefault(of.Id));
        return ([.. threads], found.Count > PageLength ? latest[^1].Id : null);
    }
}
