using Booking.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Booking.Web;

/// <summary>Whether texts go. When they do not, patients can still book, so the site is only degraded.</summary>
public sealed class TextsHealth(SendingTrouble trouble) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var sentences = await trouble.ReadAsync(cancellationToken);
            return sentences.Count == 0
                ? HealthCheckResult.Healthy("Texts go.")
                : HealthCheckResult.Degraded(string.Join(' ', sentences));
        }
        catch (Exception unreachable) when (DatabaseErrors.IsUnreachable(unreachable))
        {
            return HealthCheckResult.Degraded("Whether texts go cannot be seen without the database.");
        }
    }
}
