using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Booking.Web;

/// <summary>Whether the clinic's memory can be reached and is of this version.</summary>
public sealed class DatabaseHealth(IDbContextFactory<BookingDbContext> contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var database = await contexts.CreateDbContextAsync(cancellationToken);
            return (await database.Database.GetPendingMigrationsAsync(cancellationToken)).Any()
                ? HealthCheckResult.Unhealthy("The database is behind this version.")
                : HealthCheckResult.Healthy("The database is reached and up to date.");
        }
        catch (Exception trouble) when (DatabaseErrors.IsUnreachable(trouble))
        {
            return HealthCheckResult.Unhealthy("The database cannot be reached.");
        }
    }
}
