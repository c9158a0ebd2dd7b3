using System.Data.Common;
using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Booking.Web.Tests;

/// <summary>Contexts like the site's own, on the same database, that count every query.</summary>
internal sealed class CountedContexts : DbCommandInterceptor, IDbContextFactory<BookingDbContext>
{
    private readonly DbContextOptions<BookingDbContext> _options;

    // The site's own model too: a compiled query knows no other.
    public CountedContexts(RunningClinic clinic)
    {
        using var context = clinic.Services.GetRequiredService<IDbContextFactory<BookingDbContext>>().CreateDbContext();
        var options = new DbContextOptionsBuilder<BookingDbContext>();
        options.UseBooking(TestDatabase.Provider, clinic.Database.ConnectionString).UseModel(context.Model).AddInterceptors(this);
        _options = options.Options;
    }

    public int Queries { get; set; }

    public BookingDbContext CreateDbContext() => new(_options);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Queries++;
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
