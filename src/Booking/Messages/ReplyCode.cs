namespace Booking;

/// <summary>
/// Four digits by which an answer names the appointment that it is about. They are no secret: what counts is the telephone
/// that the answer comes from, and they tell apart the appointments of a family that shares one.
/// </summary>
public static class ReplyCode
{
    private const int Codes = 9000;

    // A prime that does not divide the number of codes: the next 8,999 appointments all have others, and look unlike it.
    private const long Step = 7919;

    /// <summary>From 1000 to 9999.</summary>
    public static int Of(int appointmentId) => 1000 + (int)(appointmentId * Step % Codes);
}
