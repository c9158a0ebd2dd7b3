using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Booking.Web;

/// <summary>Tells whoever watches the machine whether the site lives, and whether it can do its work.</summary>
public static class HealthSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseHealth>("database", timeout: Patience)
        .AddCheck<TextsHealth>("texts", timeout: Patience)
        .AddCheck<DaySheetHealth>("day sheet", timeout: Patience);

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).DisableHttpMetrics();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).DisableHttpMetrics();
    }

    // In plain words, and never an exception: anybody may read it.
    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.Select(entry => new
        {
            name = entry.Key,
            status = entry.Value.Status.ToString(),
            says = entry.Value.Description,
            figures = entry.Value.Data,
        }),
    });
}
