using Booking.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Booking.Web;

/// <summary>Whether texts and e-mails go. When they do not, patients can still book, so the site is only degraded.</summary>
public sealed class TextsHealth(SendingTrouble trouble) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var state = await trouble.StateAsync(cancellationToken);
            var sentences = state.Sentences(forAnybody: true).ToList();
            return sentences.Count == 0
                ? HealthCheckResult.Healthy("Texts and e-mails go.", Figures(state))
                : HealthCheckResult.Degraded(string.Join(' ', sentences), data: Figures(state));
        }
        catch (Exception unreachable) when (DatabaseErrors.IsUnreachable(unreachable))
        {
            return HealthCheckResult.Degraded("Whether texts and e-mails go cannot be seen without the database.");
        }
    }

    private static Dictionary<string, object> Figures(SendingState state) => new(StringComparer.Ordinal)
    {
        ["secondsSinceSweep"] = (long)state.SinceSweep.TotalSeconds,
        ["due"] = state.Look.Waiting,
        ["lateTexts"] = state.Late,
        ["lateEmails"] = state.LateEmails,
        ["secondsOldestDue"] = (long)state.OldestDue.TotalSeconds,
    };
}
