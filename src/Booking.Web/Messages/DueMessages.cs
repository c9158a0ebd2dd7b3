using System.Linq.Expressions;
using System.Security.Cryptography;
using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>One message that is due, and how far it has come.</summary>
public sealed record DueMessage(int Id, MessageState State, DateOnly Date);

/// <summary>Goes through what is due, each message once and several at a time. One that cannot be handled keeps none of the others
/// waiting; a database in trouble keeps them all.</summary>
public sealed partial class DueMessages(
    IDbContextFactory<BookingDbContext> contexts,
    Transactions transactions,
    TimeProvider clock,
    ILogger<DueMessages> log)
{
    // Several nodes choose from the same, each a few: so they rarely reach for the same one.
    private const int InReach = 500;
    private const int AtATime = 50;

    /// <param name="which">Which of what is due, asked anew for every few.</param>
    /// <param name="step">What is done with each; false when the rest is to wait for the next round.</param>
    public async Task GoThroughAsync(
        Func<BookingDbContext, Expression<Func<Message, bool>>> which,
        int atOnce,
        Func<DueMessage, Task<bool>> step,
        CancellationToken stop)
    {
        var seen = new HashSet<int>();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        while (!end.IsCancellationRequested && await NextAsync(which, seen) is { Count: > 0 } due)
        {
            // A message that has been begun is finished and recorded: stopping only keeps the next ones back.
            await Parallel.ForEachAsync(
                due,
                new ParallelOptions { MaxDegreeOfParallelism = atOnce },
                async (next, _) =>
                {
                    if (!end.IsCancellationRequested && !await TryAsync(next, step))
                    {
                        await end.CancelAsync();
                    }
                });
            await ShowAsync(due.Select(next => next.Date));
        }
    }

    private async Task<List<DueMessage>> NextAsync(
        Func<BookingDbContext, Expression<Func<Message, bool>>> which, HashSet<int> seen)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var now = clock.UtcNow();
        var due = await context.Messages
            .Where(m => m.Due <= now)
            .Where(which(context))
            .OrderBy(m => m.Due)
            .Select(m => new { m.Id, m.State, m.StartsAt })
            .Take(InReach)
            .ToListAsync();
        var unseen = due.Where(m => !seen.Contains(m.Id)).ToArray();
        RandomNumberGenerator.Shuffle(unseen.AsSpan());
        var next = unseen.Take(AtATime).ToList();
        seen.UnionWith(next.Select(m => m.Id));
        return next.ConvertAll(m => new DueMessage(m.Id, m.State, DateOnly.FromDateTime(m.StartsAt)));
    }

    private async Task<bool> TryAsync(DueMessage next, Func<DueMessage, Task<bool>> step)
    {
        try
        {
            try
            {
                return await step(next);
            }
            catch (Exception trouble) when (!IsOfTheDatabase(trouble))
            {
                // Only its kind: the words of an exception can hold what is wrong with a patient's record.
                LogSetAside(log, next.Id, trouble.GetType().Name);
                await SetAsideAsync(next.Id);
                return true;
            }
        }
        catch (Exception trouble) when (IsOfTheDatabase(trouble))
        {
            LogStore(log, next.Id, trouble.GetType().Name);
            return false;
        }
    }

    private static bool IsOfTheDatabase(Exception trouble) => DatabaseErrors.IsBusy(trouble) || DatabaseErrors.IsUnreachable(trouble);

    // By its number alone: the row itself may be what cannot be read. What is in hand is left to its lease.
    private async Task SetAsideAsync(int id)
    {
        var now = clock.UtcNow();
        await using var context = await contexts.CreateDbContextAsync();
        await context.Messages
            .Where(m => m.Id == id && (m.State == MessageState.Pending || m.State == MessageState.Unknown))
            .ExecuteUpdateAsync(m => m
                .SetProperty(x => x.State, x => x.State == MessageState.Pending ? MessageState.Failed : x.State)
                .SetProperty(x => x.Why, WhyNotSent.BadData)
                .SetProperty(x => x.TriedAt, x => x.TriedAt ?? now)
                .SetProperty(x => x.Due, (DateTime?)null)
                .SetProperty(x => x.Revision, x => x.Revision + 1));
    }

    // Whoever looks at the diary of these dates sees what became of the messages, once for the whole batch.
    private async Task ShowAsync(IEnumerable<DateOnly> dates)
    {
        try
        {
            await transactions.RunAsync(
                async context =>
                {
                    await context.ChangeDatesAsync(dates, CancellationToken.None);
                    return 0;
                },
                CancellationToken.None);
        }
        catch (Exception trouble) when (IsOfTheDatabase(trouble))
        {
            LogNotShown(log, trouble.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Message} could not be handled and is set aside for reception: {Trouble}")]
    private static partial void LogSetAside(ILogger logger, int message, string trouble);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Message} waits for the database, and all after it: {Trouble}")]
    private static partial void LogStore(ILogger logger, int message, string trouble);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What became of some messages shows in the diary only when it is opened again: {Trouble}")]
    private static partial void LogNotShown(ILogger logger, string trouble);
}
