namespace Booking;

/// <summary>What the provider says became of a text.</summary>
public enum DeliveryResult
{
    OnItsWay,
    Delivered,
    Undelivered,
    Failed,
}

/// <summary>The provider's news about one text that it took.</summary>
public readonly record struct DeliveryReport(string Sid, DeliveryResult Result, WhyNotSent? Why = null, int? Code = null);
