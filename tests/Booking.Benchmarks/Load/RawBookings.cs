using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Booking.Benchmarks;

/// <summary>What the machine can book at the most: one row checked and inserted, written through to the disk, nothing else.</summary>
internal static class RawBookings
{
    public static double Rate(string file, TimeSpan time)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        Run(connection, """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            CREATE TABLE IF NOT EXISTS "Raw" ("Practitioner" INTEGER, "Start" INTEGER, "End" INTEGER, PRIMARY KEY ("Practitioner", "Start"));
            DELETE FROM "Raw";
            """);
        using var check = Command(connection, "SELECT COUNT(*) FROM \"Raw\" WHERE \"Practitioner\" = $p AND \"Start\" > $s - 720 AND \"Start\" < $e AND \"End\" > $s");
        using var insert = Command(connection, "INSERT INTO \"Raw\" VALUES ($p, $s, $e)");
        var clock = Stopwatch.StartNew();
        var done = 0;
        for (; clock.Elapsed < time; done++)
        {
            using var transaction = connection.BeginTransaction();
            if ((long)Told(check, transaction, done).ExecuteScalar()! == 0)
            {
                Told(insert, transaction, done).ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return done / clock.Elapsed.TotalSeconds;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        Array.ForEach(["$p", "$s", "$e"], name => command.Parameters.Add(name, SqliteType.Integer));
        return command;
    }

    private static SqliteCommand Told(SqliteCommand command, SqliteTransaction transaction, int n)
    {
        command.Transaction = transaction;
        (command.Parameters[0].Value, command.Parameters[1].Value, command.Parameters[2].Value) = (n % 5, n * 30, (n * 30) + 30);
        return command;
    }
}
