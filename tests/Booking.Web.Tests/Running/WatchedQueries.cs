using System.Data.Common;
using Booking.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Booking.Web.Tests;

/// <summary>Counts what a site asks of its database, and on SQLite notes by which index each question is answered.</summary>
internal sealed class WatchedQueries : DbCommandInterceptor
{
    private int _count;

    public int Count => _count;

    /// <summary>Each step of each plan, such as "SEARCH m USING INDEX IX_Messages_Due_State (Due&lt;?)".</summary>
    public List<string> Plans { get; } = [];

    public void Forget()
    {
        _count = 0;
        Plans.Clear();
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _count);
        Explain(command);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _count);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    private void Explain(DbCommand command)
    {
        if (TestDatabase.Provider != DatabaseProvider.Sqlite)
        {
            return;
        }

        var words = command.CommandText;
        command.CommandText = $"EXPLAIN QUERY PLAN {words}";
        using (var plan = command.ExecuteReader())
        {
            while (plan.Read())
            {
                Plans.Add(plan.GetString(3));
            }
        }

        command.CommandText = words;
    }
}
