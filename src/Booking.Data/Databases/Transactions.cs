using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>The one way in which several writes become one: all of them are kept, or none.</summary>
public sealed class Transactions(IDbContextFactory<BookingDbContext> contexts, WriteGate gate)
{
    private const int MostTries = 4;

    /// <summary>
    /// Runs the work with a context of its own and commits. A busy database or a deadlock is tried again a few times, so the
    /// work may run more than once and starts from what it reads. An exception leaves nothing written.
    /// </summary>
    public Task<T> RunAsync<T>(Func<BookingDbContext, Task<T>> work, CancellationToken cancellation) =>
        RunAsync(work, keep: _ => true, cancellation);

    /// <summary>The same, but a result that is not to be kept leaves nothing written either.</summary>
    public async Task<T> RunAsync<T>(Func<BookingDbContext, Task<T>> work, Func<T, bool> keep, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var strategySource = await contexts.CreateDbContextAsync(cancellation);
                return await strategySource.Database.CreateExecutionStrategy()
                    .ExecuteAsync(token => OnceAsync(work, keep, token), cancellation);
            }
            catch (Exception e) when (attempt < MostTries && DatabaseErrors.IsBusy(e))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(10, 50) * attempt), cancellation);
            }
        }
    }

    private async Task<T> OnceAsync<T>(
        Func<BookingDbContext, Task<T>> work, Func<T, bool> keep, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        // Whatever fails takes the whole transaction with it: no step needs a savepoint of its own.
        context.Database.AutoSavepointsEnabled = false;
        using var pass = await gate.EnterAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var result = await work(context);
        if (keep(result))
        {
            await transaction.CommitAsync(cancellation);
        }

        return result;
    }
}
