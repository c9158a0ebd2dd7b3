using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>The texts of one patient, or of a telephone that may be several people's or nobody's, as the list shows them.</summary>
/// <param name="Latest">The latest that came in.</param>
/// <param name="Patient">Null where it is not known whose they are.</param>
/// <param name="ToRead">How many wait for a person.</param>
/// <param name="AsksToCancel">Whether somebody has to settle a cancellation.</param>
public sealed record InboxThread(ReceivedText Latest, Patient? Patient, int ToRead, bool AsksToCancel);

/// <summary>What patients write to the clinic by text, and what reception does about it.</summary>
public sealed partial class Inbox(IDbContextFactory<BookingDbContext> contexts, Transactions transactions, TimeProvider clock)
{
    private const int PageLength = 30;

    /// <summary>How many texts wait for a person.</summary>
    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.ReceivedTexts.CountAsync(text => text.HandledAt == null && text.Words != null, cancellation);
    }

    /// <summary>The threads that wait for a person, or those that do not; the one that was written to last first.</summary>
    /// <param name="before">Only those whose latest text has a lower number.</param>
    /// <returns>A page of them, and where the next begins; null on the last one.</returns>
    public async Task<(IReadOnlyList<InboxThread> Threads, int? Older)> ThreadsAsync(
        bool done, int? before, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var groups = await context.ReceivedTexts
            .Where(text => text.Words != null)
            .GroupBy(text => new { text.PatientId, From = text.PatientId == null ? text.From : null })
            .Select(thread => new
            {
                Latest = thread.Max(text => text.Id),
                ToRead = thread.Count(text => text.HandledAt == null),
                ToSettle = thread.Count(text => text.HandledAt == null && text.Outcome == ReplyOutcome.AsksToCancel),
            })
            .Where(thread => thread.ToRead == 0 == done && (before == null || thread.Latest < before))
            .OrderByDescending(thread => thread.Latest)
            .Take(PageLength + 1)
            .ToListAsync(cancellation);
        var shown = groups.Take(PageLength).ToList();
        var ids = shown.ConvertAll(thread => thread.Latest);
        var texts = await context.ReceivedTexts.AsNoTracking()
            .Where(text => ids.Contains(text.Id)).ToDictionaryAsync(text => text.Id, cancellation);
        var patients = await context.KeptAsync(texts.Values.Select(text => text.PatientId).OfType<int>(), cancellation);
        var threads = shown.ConvertAll(thread => new InboxThread(
            texts[thread.Latest],
            texts[thread.Latest].PatientId is { } id ? patients[id] : null,
            thread.ToRead,
            thread.ToSettle > 0));
        return (Joined(threads), groups.Count > PageLength ? shown[^1].Latest : null);
    }

    // Two records that were made one have one thread.
    private static List<InboxThread> Joined(IEnumerable<InboxThread> threads) =>
    [
        .. threads.GroupBy(thread => thread.Patient is { } patient ? (patient.Id, 0) : (0, thread.Latest.Id))
            .Select(same => same.First() with
            {
                ToRead = same.Sum(thread => thread.ToRead),
                AsksToCancel = same.Any(thread => thread.AsksToCancel),
            }),
    ];
}
