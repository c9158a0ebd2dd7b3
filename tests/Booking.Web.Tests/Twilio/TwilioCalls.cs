using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The clinic called as the provider calls it: a form, with the seal that the account's secret makes.</summary>
internal static class TwilioCalls
{
    public static readonly Uri Inbound = new(TextingClinic.Site + InboundTexts.Path);

    private static int _last;

    /// <summary>Another text's name, as the provider gives them.</summary>
    public static string NewSid() => string.Create(CultureInfo.InvariantCulture, $"SM{Interlocked.Increment(ref _last):x32}");

    public static string Seal(Uri url, IEnumerable<KeyValuePair<string, string?>> form) =>
        TwilioSignature.Make(url, form, TwilioServer.AuthToken);

    /// <summary>Posts this form with this seal, or with none.</summary>
    public static async Task<(HttpStatusCode Status, string Body)> CallAsync(
        this TextingClinic clinic, Uri url, IEnumerable<KeyValuePair<string, string?>> form, string? seal)
    {
        using var visitor = clinic.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Post, url.PathAndQuery)
        {
            Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Key, field.Value ?? ""))),
        };
        if (seal is not null)
        {
            request.Headers.Add("X-Twilio-Signature", seal);
        }

        using var answer = await visitor.Client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Brings what a patient has texted; what is answered, or null for nothing.</summary>
    public static async Task<string?> TextsAsync(
        this TextingClinic clinic, string words, string from = "+447700900123", string? sid = null, string? optOut = null)
    {
        var form = TextForm(words, from, sid, optOut);
        var (status, body) = await clinic.CallAsync(Inbound, form, Seal(Inbound, form));

        Assert.Equal(HttpStatusCode.OK, status);
        var response = XElement.Parse(body);
        Assert.Equal("Response", response.Name);
        Assert.InRange(response.Elements().Count(), 0, 1);
        return response.Element("Message")?.Value;
    }

    public static KeyValuePair<string, string?>[] TextForm(
        string words, string from = "+447700900123", string? sid = null, string? optOut = null) =>
    [
        new("MessageSid", sid ?? NewSid()),
        new("AccountSid", TwilioServer.AccountSid),
        new("From", from),
        new("To", TwilioServer.From),
        new("Body", words),
        new("NumMedia", "0"),
        new("NumSegments", "1"),
        .. optOut is null ? [] : (KeyValuePair<string, string?>[])[new("OptOutType", optOut)],
    ];
}
