namespace Booking.Web;

/// <summary>What Twilio's numbers and words mean to the clinic.</summary>
public static class TwilioCodes
{
    /// <summary>A mistake in our account or sender, which would meet every text.</summary>
    public static bool BlamesOurSettings(int code) => code is 20003 or 20404 or 21212 or 21606 or 21608;

    /// <summary>Why this one text did not go. Codes come and change: what we do not know is shown, not tried again.</summary>
    public static WhyNotSent Why(int code) => code switch
    {
        21211 or 21614 or 21612 or 30005 => WhyNotSent.NumberRefused,
        21610 => WhyNotSent.OptedOut,
        21408 => WhyNotSent.CountryNotEnabled,
        30003 => WhyNotSent.Unreachable,
        30006 => WhyNotSent.Landline,
        30007 => WhyNotSent.Filtered,
        _ => WhyNotSent.Refused,
    };

    /// <summary>What a status says became of a text; null for a word we do not know.</summary>
    public static DeliveryReport? Report(string sid, string? status, int? code) => status switch
    {
        "accepted" or "scheduled" or "queued" or "sending" or "sent" => new(sid, DeliveryResult.OnItsWay),
        "delivered" or "read" or "partially_delivered" => new(sid, DeliveryResult.Delivered),
        "undelivered" => new(sid, DeliveryResult.Undelivered, Why(code ?? 0), code),
        "failed" or "canceled" => new(sid, DeliveryResult.Failed, Why(code ?? 0), code),
        _ => null,
    };

    /// <summary>What Twilio has made of a patient's text by itself; null where it left that to us.</summary>
    public static ReplyWish? Wish(string? optOutType) => optOutType?.ToUpperInvariant() switch
    {
        "STOP" => ReplyWish.Stop,
        "START" => ReplyWish.Start,
        "HELP" => ReplyWish.Help,
        _ => null,
    };
}
