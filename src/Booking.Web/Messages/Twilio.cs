using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace Booking.Web;

/// <summary>Texts through Twilio's Messages API.</summary>
/// <remarks>It has no key by which it could tell a repeated request, so nothing here, nor in the HttpClient's
/// handlers, may ever repeat a POST.</remarks>
public sealed class Twilio(HttpClient http, IOptions<TwilioOptions> options, TimeProvider clock) : ISendTexts
{
    // Twilio's clock and ours may differ a little.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly TwilioOptions _account = options.Value;

    /// <summary>The handler that this client needs: whoever redirects us is not Twilio.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxConnectionsPerServer = 32,
    };

    public bool CanBeAnswered => _account.CanBeAnswered;

    public async Task<TextAnswer> SendAsync(Text text)
    {
        using var request = Request(HttpMethod.Post, "");
        request.Content = new FormUrlEncodedContent(Form(text));
        using var patience = Patience();
        try
        {
            using var response = await http.SendAsync(request, patience.Token);
            return Read(response.StatusCode, await response.Content.ReadAsByteArrayAsync(patience.Token));
        }
        catch (HttpRequestException trouble)
        {
            return NeverLeft(trouble) ? TextAnswer.TryAgain : TextAnswer.Lost;
        }
        catch (OperationCanceledException trouble)
        {
            // Our patience did not end, so it was the handler's: no connection could be made in time, and nothing was sent.
            var neverLeft = !patience.IsCancellationRequested && trouble.InnerException is TimeoutException;
            return neverLeft ? TextAnswer.TryAgain : TextAnswer.Lost;
        }
    }

    public async Task<TextSearch> FindAsync(LostText lost)
    {
        var list = await ListAsync($"To={Uri.EscapeDataString(lost.To)}");
        return new(list is not null, list?.Where(sent => IsIt(sent, lost)).Select(Report).FirstOrDefault());
    }

    public async Task<IReadOnlyList<TakenText>?> TakenSinceAsync(DateTime since)
    {
        var list = await ListAsync($"DateSent%3E={Uri.EscapeDataString(since.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))}");
        return list?.Where(sent => IsOurs(sent) && sent.Direction == "outbound-api")
            .Select(sent => new TakenText(sent.Sid ?? "", sent.To ?? ""))
            .ToList();
    }

    // Null when it cannot be read.
    private async Task<IReadOnlyList<Sent>?> ListAsync(string which)
    {
        using var request = Request(HttpMethod.Get, $"?{which}&PageSize=100");
        using var patience = Patience();
        try
        {
            using var response = await http.SendAsync(request, patience.Token);
            return response.StatusCode == HttpStatusCode.OK
                ? Parse<MessageList>(await response.Content.ReadAsByteArrayAsync(patience.Token))?.Messages
                : null;
        }
        catch (Exception trouble) when (trouble is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string query)
    {
        var request = new HttpRequestMessage(
            method, new Uri(_account.BaseAddress, $"/2010-04-01/Accounts/{_account.AccountSid}/Messages.json{query}"));
        var user = string.IsNullOrEmpty(_account.ApiKeySid)
            ? $"{_account.AccountSid}:{_account.AuthToken}"
            : $"{_account.ApiKeySid}:{_account.ApiKeySecret}";
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(user)));
        return request;
    }

    private Dictionary<string, string> Form(Text text)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["To"] = text.To,
            ["Body"] = text.Body,
            ["ValidityPeriod"] = Math.Clamp((int)text.Expires.TotalSeconds, 1, 36_000).ToString(CultureInfo.InvariantCulture),
        };
        var (sender, value) = string.IsNullOrEmpty(_account.MessagingServiceSid)
            ? ("From", _account.From)
            : ("MessagingServiceSid", _account.MessagingServiceSid);
        form[sender] = value ?? "";
        if (text.Callback is not null)
        {
            form["StatusCallback"] = text.Callback.AbsoluteUri;
        }

        return form;
    }

    // On the machine's clock, not the one that can be wound: it measures a wait.
    private CancellationTokenSource Patience() => new(TimeSpan.FromSeconds(_account.AnswerWithinSeconds));

    private static TextAnswer Read(HttpStatusCode status, byte[] body) => (int)status switch
    {
        201 or 200 => Parse<Sent>(body)?.Sid is { Length: > 0 } sid ? TextAnswer.Accepted(sid) : TextAnswer.Lost,
        429 => TextAnswer.TryAgain,
        401 => TextAnswer.NotSetUp(20003),
        408 => TextAnswer.Lost,
        >= 400 and < 500 => ReadRefusal(Parse<Mistake>(body)?.Code),
        _ => TextAnswer.Lost,
    };

    // A refusal that is not in Twilio's words comes from something between us: our settings, not this patient's number.
    private static TextAnswer ReadRefusal(int? code) => code switch
    {
        20429 => TextAnswer.TryAgain,
        null => TextAnswer.NotSetUp(0),
        { } known when TwilioCodes.BlamesOurSettings(known) => TextAnswer.NotSetUp(known),
        { } other => TextAnswer.Refused(TwilioCodes.Why(other), other),
    };

    private static bool NeverLeft(HttpRequestException trouble) => trouble.HttpRequestError
        is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private bool IsOurs(Sent sent) => string.IsNullOrEmpty(_account.MessagingServiceSid)
        ? sent.From == _account.From
        : sent.MessagingServiceSid == _account.MessagingServiceSid;

    private bool IsIt(Sent sent, LostText lost) => IsOurs(sent)
        && DateTimeOffset.TryParse(sent.DateCreated, CultureInfo.InvariantCulture, out var created)
        && created.UtcDateTime >= lost.Since - ClockSkew && created.UtcDateTime <= clock.UtcNow() + ClockSkew
        && SHA256.HashData(Encoding.UTF8.GetBytes(sent.Body ?? "")).AsSpan().SequenceEqual(lost.BodyHash);

    // A status without a meaning yet still shows that the text was taken.
    private static DeliveryReport? Report(Sent sent) =>
        TwilioCodes.Report(sent.Sid ?? "", sent.Status, sent.ErrorCode) ?? new(sent.Sid ?? "", DeliveryResult.OnItsWay);

    private static T? Parse<T>(byte[] body)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Sent(
        [property: JsonPropertyName("sid")] string? Sid,
        [property: JsonPropertyName("to")] string? To,
        [property: JsonPropertyName("body")] string? Body,
        [property: JsonPropertyName("from")] string? From,
        [property: JsonPropertyName("messaging_service_sid")] string? MessagingServiceSid,
        [property: JsonPropertyName("direction")] string? Direction,
        [property: JsonPropertyName("status")] string? Status,
        [property: JsonPropertyName("error_code")] int? ErrorCode,
        [property: JsonPropertyName("date_created")] string? DateCreated);

    private sealed record MessageList([property: JsonPropertyName("messages")] IReadOnlyList<Sent>? Messages);

    private sealed record Mistake([property: JsonPropertyName("code")] int? Code);
}
