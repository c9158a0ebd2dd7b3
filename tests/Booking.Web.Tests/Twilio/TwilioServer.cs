using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>
/// A provider of our own on a real port, which can misbehave in every way the real one has. What it takes it keeps; what it
/// did not expect fails the test that owns it.
/// </summary>
public sealed class TwilioServer : IAsyncDisposable
{
    public const string AccountSid = "AC0123456789abcdef0123456789abcdef";
    public const string AuthToken = "the account's secret";
    public const string From = "+447700900999";

    private readonly ConcurrentQueue<SentText> _taken = [];
    private readonly ConcurrentQueue<string> _unexpected = [];
    private readonly ConcurrentQueue<TwilioAnswer> _next = [];
    private readonly ConcurrentDictionary<string, TwilioAnswer> _byNumber = new();
    private readonly TimeProvider _clock;
    private readonly WebApplication _app;
    private int _posts;
    private int _lists;

    private TwilioServer(TimeProvider clock)
    {
        _clock = clock;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>The texts that went to phones, in order.</summary>
    public IReadOnlyList<SentText> Taken => [.. _taken];

    public int Posts => _posts;

    public int Lists => _lists;

    /// <summary>What is answered when nothing else was asked for.</summary>
    public TwilioAnswer Usually { get; set; } = TwilioAnswer.Accept;

    /// <summary>How long it takes to think.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Whether the list of what was sent can be read.</summary>
    public bool ListWorks { get; set; } = true;

    /// <summary>The state in which the list shows every text.</summary>
    public (string Status, int? ErrorCode) Listed { get; set; } = ("sent", null);

    public Dictionary<string, string?> Settings => new(StringComparer.Ordinal)
    {
        ["Twilio:AccountSid"] = AccountSid,
        ["Twilio:AuthToken"] = AuthToken,
        ["Twilio:From"] = From,
        ["Twilio:BaseAddress"] = Address.AbsoluteUri,
        ["Twilio:AnswerWithinSeconds"] = "2",
    };

    public static async Task<TwilioServer> StartAsync(TimeProvider? clock = null)
    {
        var server = new TwilioServer(clock ?? new ClinicTime());
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Answers the next requests so, one after the other.</summary>
    public void Next(params TwilioAnswer[] answers) => Array.ForEach(answers, _next.Enqueue);

    /// <summary>Answers every text to this number so.</summary>
    public void For(string number, TwilioAnswer answer) => _byNumber[number] = answer;

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
        Assert.Empty(_unexpected);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : null;
        var problems = Problems(context.Request, form).ToList();
        if (problems.Count > 0)
        {
            problems.ForEach(_unexpected.Enqueue);
            context.Response.StatusCode = 500;
            return;
        }

        if (form is null)
        {
            await ListAsync(context);
            return;
        }

        var number = Interlocked.Increment(ref _posts);
        var text = new SentText(
            string.Create(CultureInfo.InvariantCulture, $"SM{number:x32}"),
            form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal),
            _clock.UtcNow());
        var answer = _next.TryDequeue(out var next) ? next : _byNumber.GetValueOrDefault(text.To, TestNumbers.Answer(text) ?? Usually);
        await Task.Delay(Delay, CancellationToken.None);
        if (answer.Takes)
        {
            _taken.Enqueue(text);
        }

        await answer.Reply(context, text);
    }

    private Task ListAsync(HttpContext context)
    {
        Interlocked.Increment(ref _lists);
        context.Response.StatusCode = ListWorks ? 200 : 503;
        var number = context.Request.Query["To"].ToString();
        var since = DateTimeOffset.TryParse(context.Request.Query["DateSent>"], CultureInfo.InvariantCulture, out var from) ? from : default;
        return context.Response.WriteAsJsonAsync(new
        {
            page = 0,
            messages = Taken.Where(text => (number.Length == 0 || text.To == number) && text.At >= since.UtcDateTime).Reverse().Select(text => text.Json(Listed.Status, Listed.ErrorCode)),
        });
    }

    private static IEnumerable<string> Problems(HttpRequest request, IFormCollection? form)
    {
        var account = $"/2010-04-01/Accounts/{AccountSid}/Messages.json";
        if (request.Path != account || request.Method != (form is null ? "GET" : "POST"))
        {
            return [$"{request.Method} {request.GetEncodedPathAndQuery()}"];
        }

        var user = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{AccountSid}:{AuthToken}"));
        return request.Headers.Authorization == $"Basic {user}"
            ? TwilioContract.Instance?.Problems(request, form) ?? []
            : ["Not our account's name and secret."];
    }
}
