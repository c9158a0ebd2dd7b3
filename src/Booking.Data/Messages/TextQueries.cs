using System.Linq.Expressions;

namespace Booking.Data;

/// <summary>What each list of texts holds and in which order, by index however many texts there have been.</summary>
public static class TextQueries
{
    private static readonly MessageState[] Ends =
        [MessageState.Undelivered, MessageState.Failed, MessageState.Unknown, MessageState.Skipped];

    private static readonly MessageState[] StillToGo = [MessageState.Pending, MessageState.Sending];

    // A text about no appointment has no time after which it does not matter.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(14);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    // Asked of the text itself, so that the rule is written once.
    private static readonly WhyNotSent?[] SkippedInVain =
    [
        .. Enum.GetValues<WhyNotSent>().Cast<WhyNotSent?>()
            .Where(why => new MessageStanding(default, default, MessageState.Skipped, why, Due: null).NeedsAttention),
    ];

    /// <summary>The same as <see cref="Message.NeedsAttention"/>, as a database can ask it.</summary>
    public static Expression<Func<Message, bool>> NeedsAttention { get; } =
        m => m.SeenToAt == null && !m.EmailGoesInstead && m.Kind != MessageKind.Offer && Ends.Contains(m.State)
        && (m.State != MessageState.Unknown || m.Due == null)
        && (m.State != MessageState.Skipped || SkippedInVain.Contains(m.Why));

    /// <summary>Those texts to see to whose patient is still to come, and those of late that are about a missed visit or about no
    /// appointment.</summary>
    public static IQueryable<Message> ToSeeTo(this BookingDbContext context, DateTime now)
    {
        var lately = now - Remembered;
        return context.Messages.Where(NeedsAttention).Where(m => m.StartsAt > lately
            && (m.AppointmentId == null
            || (m.Kind == MessageKind.DidNotAttend && context.Appointments.Any(
                a => a.Id == m.AppointmentId && a.Status == AppointmentStatus.DidNotAttend))
            || (m.StartsAt > now && context.Appointments.Any(a => a.Id == m.AppointmentId
                && (a.Status != AppointmentStatus.Cancelled || m.Kind == MessageKind.Cancelled)))));
    }

    /// <summary>Those due for minutes, or put back because the provider could not be reached.</summary>
    public static IQueryable<Message> Late(this BookingDbContext context, MessageChannel channel, DateTime utcNow)
    {
        var (late, soon) = (utcNow - LongestPause, utcNow + LongestPause);
        return context.Messages.Where(m => m.State == MessageState.Pending && m.Channel == channel
            && (m.Due < late || (m.Due < soon && m.Tries > 0)));
    }

    /// <param name="now">Clinic time.</param>
    /// <param name="overdueUntil">What was due by then is overdue (UTC); null where nothing is.</param>
    internal static IQueryable<Message> On(this BookingDbContext context, TextList list, DateTime now, DateTime? overdueUntil) => list switch
    {
        TextList.ToSeeTo => context.ToSeeTo(now),
        TextList.Waiting => context.Messages.Where(m => m.Due != null && StillToGo.Contains(m.State)),
        TextList.Overdue => context.Messages.Where(m => m.Due <= overdueUntil && m.State == MessageState.Pending),
        TextList.Sent => context.Messages.Where(m => m.State == MessageState.Sent),
        TextList.Delivered => context.Messages.Where(m => m.State == MessageState.Delivered),
        TextList.Answered => context.Messages.Where(m => m.AnsweredAt != null),
        TextList.Failed => context.Messages.Where(m => TextFigures.Failures.Contains(m.State)),
        TextList.NotSent => context.Messages.Where(m => m.State == MessageState.Skipped),
    };

    internal static IQueryable<Message> InOrder(this IQueryable<Message> texts, TextList list) => list switch
    {
        TextList.ToSeeTo => texts.OrderBy(m => m.StartsAt).ThenBy(m => m.Id),
        TextList.Waiting or TextList.Overdue => texts.OrderBy(m => m.Due).ThenBy(m => m.Id),
        TextList.Sent or TextList.Delivered or TextList.Failed => texts.OrderByDescending(m => m.TriedAt).ThenByDescending(m => m.Id),
        TextList.Answered => texts.OrderByDescending(m => m.AnsweredAt).ThenByDescending(m => m.Id),
        TextList.NotSent => texts.OrderByDescending(m => m.StartsAt).ThenByDescending(m => m.Id),
    };

    internal static IQueryable<Message> After(this IQueryable<Message> texts, TextList list, Message last) => list switch
    {
        TextList.ToSeeTo => texts.Where(m => m.StartsAt > last.StartsAt || (m.StartsAt == last.StartsAt && m.Id > last.Id)),
        TextList.Waiting or TextList.Overdue => texts.Where(m => m.Due > last.Due || (m.Due == last.Due && m.Id > last.Id)),
        TextList.Sent or TextList.Delivered or TextList.Failed =>
            texts.Where(m => m.TriedAt < last.TriedAt || (m.TriedAt == last.TriedAt && m.Id < last.Id)),
        TextList.Answered => texts.Where(m => m.AnsweredAt < last.AnsweredAt || (m.AnsweredAt == last.AnsweredAt && m.Id < last.Id)),
        TextList.NotSent => texts.Where(m => m.StartsAt < last.StartsAt || (m.StartsAt == last.StartsAt && m.Id < last.Id)),
    };
}
