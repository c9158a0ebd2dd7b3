using Booking.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Booking.Web;

/// <summary>Whether the day sheet goes each morning. When it does not, it can be printed, so the site is only degraded.</summary>
public sealed class DaySheetHealth(DaySheetTrouble trouble) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var sentences = await trouble.ReadAsync(cancellationToken);
            return sentences.Count == 0
                ? HealthCheckResult.Healthy("Nothing is wrong with the day sheet's e-mail.")
                : HealthCheckResult.Degraded(string.Join(' ', sentences));
        }
        catch (Exception unreachable) when (DatabaseErrors.IsUnreachable(unreachable))
        {
            return HealthCheckResult.Degraded("Whether the day sheet goes cannot be seen without the database.");
        }
    }
}
