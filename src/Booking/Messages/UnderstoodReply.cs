namespace Booking;

/// <summary>A text read against the appointments of the telephone that it came from.</summary>
/// <param name="About">The appointments in question; one where something is done with it.</param>
public sealed record UnderstoodReply(ReplyWish Wish, ReplyOutcome Outcome, IReadOnlyList<Appointment> About)
{
    public static readonly UnderstoodReply ForReception = new(ReplyWish.Other, ReplyOutcome.ForReception, []);

    /// <param name="theirs">All that may be meant, cancelled and past ones too.</param>
    /// <param name="now">Clinic time.</param>
    public static UnderstoodReply Of(Reply reply, IReadOnlyList<Appointment> theirs, BookingRules rules, DateTime now) => reply.Wish switch
    {
        ReplyWish.Stop => new(reply.Wish, ReplyOutcome.OptedOut, []),
        ReplyWish.Start => new(reply.Wish, ReplyOutcome.OptedIn, []),
        ReplyWish.NoMoreTexts => new(reply.Wish, ReplyOutcome.AsksForNoTexts, []),
        ReplyWish.Confirm or ReplyWish.Cancel => Choose(reply, theirs, rules, now),
        ReplyWish.Other or ReplyWish.Help => ForReception with { Wish = reply.Wish },
    };

    private static UnderstoodReply Choose(Reply reply, IReadOnlyList<Appointment> theirs, BookingRules rules, DateTime now)
    {
        var meant = theirs.Where(a => reply.Code is null || ReplyCode.Of(a.Id) == reply.Code).ToList();
        var toCome = meant.Where(a => a.CanBeCancelled(now)).OrderBy(a => a.StartsAt).ToList();
        var outcome = (toCome.Count, reply.Code) switch
        {
            (1, _) => Done(reply.Wish, toCome[0], rules, now),
            (0, null) => ReplyOutcome.NothingToCome,
            (0, _) => meant.Count > 0 ? ReplyOutcome.NotToCome : ReplyOutcome.UnknownCode,
            _ => ReplyOutcome.AskedWhich,
        };
        return new(reply.Wish, outcome, outcome switch
        {
            ReplyOutcome.NotToCome => [meant.MaxBy(a => a.StartsAt)!],
            ReplyOutcome.NothingToCome => [],
            _ => toCome,
        });
    }

    private static ReplyOutcome Done(ReplyWish wish, Appointment appointment, BookingRules rules, DateTime now) =>
        wish == ReplyWish.Confirm ? ReplyOutcome.Confirmed
        : now <= rules.FreeCancellationUntil(appointment.StartsAt) ? ReplyOutcome.Cancelled
        : ReplyOutcome.AsksToCancel;
}
