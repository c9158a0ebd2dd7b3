using System.Collections.Concurrent;
using System.Data.Common;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Booking.Web.Tests;

/// <summary>Contexts on a test's database that write down every query.</summary>
internal sealed class CountedContexts(TestDatabase database) : IDbContextFactory<BookingDbContext>
{
    public ConcurrentQueue<string> Queries { get; } = [];

    public BookingDbContext CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<BookingDbContext>();
        options.UseBooking(TestDatabase.Provider, database.ConnectionString).AddInterceptors(new Pen(Queries));
        return new BookingDbContext(options.Options);
    }

    private sealed class Pen(ConcurrentQueue<string> queries) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            queries.Enqueue(command.CommandText);
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
