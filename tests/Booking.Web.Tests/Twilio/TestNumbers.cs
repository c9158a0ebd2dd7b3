namespace Booking.Web.Tests;

/// <summary>The numbers that the provider keeps for trying out its refusals.</summary>
internal static class TestNumbers
{
    /// <summary>The only one of them that may send.</summary>
    public const string Sender = "+15005550006";

    /// <summary>What is answered to a text from or to one of them; null for any other.</summary>
    public static TwilioAnswer? Answer(SentText text) => (text.From, text.To) switch
    {
        ("+15005550001", _) => TwilioAnswer.Refuse(400, 21212), // no number at all
        ("+15005550007", _) => TwilioAnswer.Refuse(400, 21606), // not the account's
        ("+15005550008", _) => TwilioAnswer.Refuse(400, 21611), // its queue is full
        (_, "+15005550001") => TwilioAnswer.Refuse(400, 21211), // no number at all
        (_, "+15005550002") => TwilioAnswer.Refuse(400, 21612), // no way leads there
        (_, "+15005550003") => TwilioAnswer.Refuse(400, 21408), // a country that the account may not text
        (_, "+15005550004") => TwilioAnswer.Refuse(400, 21610), // has said STOP
        (_, "+15005550009") => TwilioAnswer.Refuse(400, 21614), // not a mobile
        _ => null,
    };
}
