namespace Booking;

/// <summary>
/// How much the clinic answers by itself: so little that two machines that answer each other soon fall silent. What a text
/// asks for is done all the same.
/// </summary>
public static class AnswerPolicy
{
    public const int MostAnHour = 6;

    /// <summary>How often somebody is told that reception will read what they write.</summary>
    public static readonly TimeSpan BetweenThanks = TimeSpan.FromDays(1);

    /// <param name="answeredWithinTheHour">How many of their texts were.</param>
    /// <param name="lastThanked">When they were last told that reception will read it (UTC).</param>
    public static bool Allows(ReplyOutcome outcome, int answeredWithinTheHour, DateTime? lastThanked, DateTime now) =>
        answeredWithinTheHour < MostAnHour
        && (!IsThanks(outcome) || lastThanked is null || lastThanked + BetweenThanks <= now);

    /// <summary>Whether its answer only says that reception will read it.</summary>
    public static bool IsThanks(ReplyOutcome outcome) => outcome is ReplyOutcome.ForReception or ReplyOutcome.AsksForNoTexts;
}
