using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>One process at a time migrates a SQLite file, shown by a lock on a file beside it that ends with the process.</summary>
internal static class MigrationTurn
{
    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromMilliseconds(100);

    public static async Task<IAsyncDisposable> TakeAsync(BookingDbContext context, CancellationToken cancellation)
    {
        var database = new SqliteConnectionStringBuilder(context.Database.GetConnectionString()).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(database)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        while (true)
        {
            try
            {
                return new FileStream($"{database}.migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(BeforeTryingAgain, cancellation);
            }
        }
    }

    /// <summary>Whether there was one.</summary>
    public static async Task<bool> ClearLockLeftBehindAsync(BookingDbContext context, CancellationToken cancellation)
    {
        // A table of EF's own, on SQLite alone: no model knows it, and it may not be there.
        var locked = await context.Database
            .SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(cancellation);
        return locked > 0 && await context.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellation) > 0;
    }
}
