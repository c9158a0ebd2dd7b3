using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Booking.Benchmarks;

/// <summary>A provider that takes every text, a tenth of a second each, and remembers for which number.</summary>
internal sealed class SlowTwilio : IAsyncDisposable
{
    private static readonly TimeSpan Thinks = TimeSpan.FromMilliseconds(100);

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, int> _taken = new();
    private int _texts;

    private SlowTwilio(WebApplication app) => _app = app;

    public int Texts => _texts;

    /// <summary>How many numbers were texted more often than this.</summary>
    public int TextedMoreThan(int times) => _taken.Values.Count(texts => texts > times);

    public (string Name, string Value)[] Settings =>
    [
        ("Twilio:AccountSid", "AC" + new string('1', 32)),
        ("Twilio:AuthToken", "bench"),
        ("Twilio:From", "+447700900000"),
        ("Twilio:BaseAddress", _app.Urls.Single()),
    ];

    public static async Task<SlowTwilio> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var twilio = new SlowTwilio(builder.Build());
        twilio._app.MapPost("/2010-04-01/Accounts/{account}/Messages.json", twilio.TakeAsync);
        await twilio._app.StartAsync();
        return twilio;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        _taken.AddOrUpdate(form["To"].ToString(), 1, (_, texts) => texts + 1);
        var number = Interlocked.Increment(ref _texts);
        await Task.Delay(Thinks);
        return Results.Json(new { sid = $"SM{number:x32}", status = "queued" }, statusCode: StatusCodes.Status201Created);
    }
}
