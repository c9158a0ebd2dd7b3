using System.Globalization;

namespace Booking.Web.Tests;

/// <summary>One text that our client asked the provider to send.</summary>
public sealed record SentText(string Sid, IReadOnlyDictionary<string, string> Form, DateTime At)
{
    public string To => Form["To"];

    public string Body => Form["Body"];

    public string? From => Form.GetValueOrDefault("From");

    public string? MessagingServiceSid => Form.GetValueOrDefault("MessagingServiceSid");

    public Uri? StatusCallback => Form.TryGetValue("StatusCallback", out var callback) ? new Uri(callback) : null;

    public int ValidityPeriod => int.Parse(Form["ValidityPeriod"], CultureInfo.InvariantCulture);

    /// <summary>The link in it.</summary>
    public Uri Link => new(Body.Split(' ').Single(word => word.StartsWith("http", StringComparison.Ordinal)));

    /// <summary>As the provider's interface shows it.</summary>
    public object Json(string status = "queued", int? errorCode = null) => new
    {
        sid = Sid,
        account_sid = TwilioServer.AccountSid,
        to = To,
        from = From,
        messaging_service_sid = MessagingServiceSid,
        body = Body,
        status,
        direction = "outbound-api",
        error_code = errorCode,
        error_message = (string?)null,
        num_segments = "1",
        date_created = At.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture),
        date_sent = (string?)null,
    };
}
