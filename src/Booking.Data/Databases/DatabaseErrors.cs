using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Booking.Data;

/// <summary>What the two databases mean by their numbers: the one place that knows them.</summary>
public static class DatabaseErrors
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteUnique = 2067;
    private const int SqlServerConstraint = 2627;
    private const int SqlServerUniqueIndex = 2601;
    private const int SqlServerTooLong = 2628;
    private const int SqlServerDeadlock = 1205;

    // Its tables are gone, input and output failed, the file is read-only, damaged, full, missing, or not a database.
    private static readonly int[] SqliteIsGone = [1, SqliteBusy, SqliteLocked, 8, 10, 11, 13, 14, 26];

    // Timed out, not found, a table is gone, no such database, signing in failed; from class 17 on the server itself is in trouble.
    private static readonly int[] SqlServerIsGone = [-2, 53, 208, 4060, 18456, SqlServerDeadlock];
    private const byte SqlServerInTrouble = 17;
    private const string SqlClient = "Microsoft.Data.SqlClient";

    /// <summary>Whether a primary or unique key of this table refused a row: somebody else was first.</summary>
    public static bool IsDuplicateIn(this DbUpdateException exception, string table) => exception.InnerException switch
    {
        SqliteException { SqliteExtendedErrorCode: SqlitePrimaryKey or SqliteUnique } e => Names(e, $"{table}."),
        RefusedRowException { Number: SqlServerConstraint or SqlServerUniqueIndex } e => Names(e, $".{table}'"),
        _ => false,
    };

    /// <summary>The refusal of a row that quotes what stood in it, in words that do not; null for other trouble.</summary>
    public static RefusedRowException? RowRefused(Exception? exception) => exception is SqlException
    {
        Number: SqlServerConstraint or SqlServerUniqueIndex or SqlServerTooLong,
    } e
        ? new RefusedRowException(e.Number, e.Message)
        : null;

    /// <summary>Whether the same work may succeed in a moment.</summary>
    public static bool IsBusy(Exception exception) => exception switch
    {
        SqliteException e => e.SqliteErrorCode is SqliteBusy or SqliteLocked,
        SqlException e => e.Number == SqlServerDeadlock,
        // Two wrote on a fresh date at once: now the date has its row.
        DbUpdateException e when e.IsDuplicateIn(nameof(BookingDbContext.DiaryDates)) => true,
        DbUpdateException { InnerException: { } inner } => IsBusy(inner),
        _ => false,
    };

    /// <summary>Whether the database, rather than what was asked of it, is at fault: it cannot be reached or does not answer.</summary>
    public static bool IsUnreachable(Exception? exception) => exception switch
    {
        DbUpdateConcurrencyException => false,
        SqliteException e => SqliteIsGone.Contains(e.SqliteErrorCode),
        SqlException e => e.Class >= SqlServerInTrouble || SqlServerIsGone.Contains(e.Number),
        DbException => true,
        TimeoutException or RetryLimitExceededException => true,
        // No connection is free, or the one in hand has been closed: its words depend on the machine's language.
        InvalidOperationException { Source: SqlClient } => true,
        { InnerException: { } inner } => IsUnreachable(inner),
        _ => false,
    };

    private static bool Names(Exception exception, string table) =>
        exception.Message.Contains(table, StringComparison.OrdinalIgnoreCase);
}
