using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Booking.Web;

/// <summary>Tells a collector, where one is named, how the texts and the site itself are doing. Without one nothing is kept or sent.</summary>
public static class MetricsSetup
{
    /// <summary>The collector's address, by the name that every such program knows.</summary>
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] OfTheFramework =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    public static void AddMetrics(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[Endpoint]))
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(site => site.AddService("booking"))
            .WithMetrics(metrics => metrics.AddMeter([TextMeter.Name, .. OfTheFramework]).AddOtlpExporter());
    }
}
