using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Booking.Data;

/// <summary>
/// Makes the database ready when the application starts. SQLite is brought up to date on the spot; on SQL Server that is a
/// step of the deployment, and a database that is behind stops the start.
/// </summary>
public sealed partial class DatabaseStart(
    IDbContextFactory<BookingDbContext> contexts, DatabaseOptions database, Patients patients, ILogger<DatabaseStart> log)
{
    private static readonly TimeSpan LongestMigration = TimeSpan.FromMinutes(2);

    public async Task RunAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (database.Provider == DatabaseProvider.Sqlite)
        {
            await BringUpToDateAsync(context, cancellation);
        }
        else if ((await context.Database.GetPendingMigrationsAsync(cancellation)).Any())
        {
            throw new InvalidOperationException(
                "The database is behind this version. Apply the migrations first: see \"SQL Server\" in the README.");
        }

        await FirstFacts.AddAsync(context, cancellation);
        await patients.MakeFindableAsync(cancellation);
    }

    // EF's own lock is a row that stays behind when a process is killed, and then everybody waits for ever. The file lock
    // goes with its process: whoever has it knows that a row found there is nobody's.
    private async Task BringUpToDateAsync(BookingDbContext context, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestMigration);
        await using var turn = await MigrationTurn.TakeAsync(context, limit.Token);
        if (await MigrationTurn.ClearLockLeftBehindAsync(context, limit.Token))
        {
            LogLockCleared(log);
        }

        // To migrate compares the whole model first, which takes longer than all the rest of a start.
        if ((await context.Database.GetPendingMigrationsAsync(limit.Token)).Any())
        {
            await context.Database.MigrateAsync(limit.Token);
        }

        // A setting of SQLite's own, for which EF has no word.
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", limit.Token);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cleared a migration lock that an ended process had left behind")]
    private static partial void LogLockCleared(ILogger logger);
}
