using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>What a watcher of many sites sees of the texts.</summary>
public sealed class TextMeterTests : IAsyncLifetime
{
    private readonly TextingClinic _clinic = new();

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task Each_outcome_is_counted_by_its_class_with_the_queue_and_the_sweeps()
    {
        var (outcomes, measured) = (new ConcurrentQueue<string>(), new ConcurrentDictionary<string, double>());
        var meters = _clinic.Services.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == TextMeter.Name && instrument.Meter.Scope == meters)
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => outcomes.Enqueue($"{tags[0].Value} {tags[1].Value}"));
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.Start();
        _clinic.Twilio.For("+447700900111", TwilioAnswer.Refuse(400, 21211));
        await _clinic.BookAsync(new(2026, 11, 25, 9, 15, 0), "+447700900111");
        await _clinic.BookAsync(new(2026, 11, 25, 9, 15, 0), "+447700900222");
        await _clinic.BookAsync(new(2026, 11, 25, 9, 15, 0), "+441322275402");
        _clinic.Clock.Advance(TimeSpan.FromSeconds(30));

        await _clinic.SweepAsync();
        listener.RecordObservableInstruments();

        Assert.Equal(["Accepted Text", "Refused Text", "Skipped.NotTextable Text"], outcomes.Order(StringComparer.Ordinal));
        Assert.Equal((3, 30), (measured["booking.texts.due"], measured["booking.texts.oldest_due"]));
        Assert.Contains("booking.texts.sweep", measured.Keys);
    }

    [Fact]
    public void Without_a_collector_nothing_is_gathered() => Assert.Null(_clinic.Services.GetService<MeterProvider>());

    [Fact]
    public async Task A_collector_that_is_named_is_told()
    {
        var told = new ConcurrentQueue<string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var collector = builder.Build();
        collector.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body, System.Text.Encoding.Latin1);
            told.Enqueue($"{context.Request.Path} {await reader.ReadToEndAsync()}");
        });
        await collector.StartAsync();
        await using var watched = _clinic.WithWebHostBuilder(site => site
            .UseSetting("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.Single())
            .UseSetting("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
        await watched.Services.GetRequiredService<MessageSweep>().RunAsync(CancellationToken.None);

        watched.Services.GetRequiredService<MeterProvider>().ForceFlush();

        Assert.Contains(told, line => line.StartsWith("/v1/metrics", StringComparison.Ordinal)
            && line.Contains("booking.texts.sweep", StringComparison.Ordinal)
            && line.Contains("booking.texts.due", StringComparison.Ordinal));
    }
}
