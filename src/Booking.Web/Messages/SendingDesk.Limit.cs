using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

// How many messages may go within an hour: counted in the database, where all nodes count together.
public sealed partial class SendingDesk
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // Nodes' clocks differ a little; what was sent later than that was sent by a clock that has been set back since.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    private static readonly MessageState[] Gone =
        [MessageState.Sending, MessageState.Sent, MessageState.Delivered, MessageState.Undelivered, MessageState.Unknown];

    /// <summary>
    /// Counts one message that is about to go, in the transaction of its claim, unless none may go: then false, and the claim is
    /// to be undone. One conditional update, so that not one too many goes however many nodes count.
    /// </summary>
    /// <param name="due">When it was due: what came due in an absence may wait for a person.</param>
    public async Task<bool> TakeTurnAsync(BookingDbContext context, DateTime? due)
    {
        var most = (await setup.ReadAsync(context, CancellationToken.None)).MostTextsAnHour;
        return await context.SendingStatus
            .Where(s => s.StoppedAt == null && s.TooManyAt == null && (s.OverdueUntil == null || s.OverdueUntil < due)
                && s.SentInHour < most)
            .ExecuteUpdateAsync(row => row.SetProperty(s => s.SentInHour, s => s.SentInHour + 1)) > 0;
    }

    /// <summary>A message that was counted has certainly not gone. The count is written after the message, as where a turn is taken:
    /// so nobody waits crosswise.</summary>
    public static Task GiveTurnBackAsync(BookingDbContext context) => context.SendingStatus
        .Where(s => s.SentInHour > 0)
        .ExecuteUpdateAsync(row => row.SetProperty(s => s.SentInHour, s => s.SentInHour - 1));

    /// <summary>
    /// Whether there is a turn after all. The count goes up from when it was last made, so where it is full it is made anew over
    /// the last sixty minutes; if those are full, nothing more goes on any node, and one of them says so.
    /// </summary>
    public async Task<bool> IsThereATurnAsync()
    {
        await using var context = await contexts.CreateDbContextAsync();
        var most = (await setup.ReadAsync(context, CancellationToken.None)).MostTextsAnHour;
        while (true)
        {
            var status = await context.SendingStatus.AsNoTracking().SingleAsync();
            if (!status.MaySend || status.SentInHour < most)
            {
                return status is { MaySend: true, OverdueUntil: null };
            }

            if (await RecountAsync(context, status, most) is { } isThere)
            {
                return isThere;
            }
        }
    }

    // Null when somebody has taken or given back a turn meanwhile, so that the count may be wrong.
    private async Task<bool?> RecountAsync(BookingDbContext context, SendingStatus known, int most)
    {
        var now = clock.UtcNow();
        var (from, ahead) = (known.CountsFrom(now - Hour, now), now + Ahead);
        var sent = await context.Messages.CountAsync(m => m.TriedAt > from && m.TriedAt <= ahead && Gone.Contains(m.State));
        DateTime? tooManyAt = sent < most ? null : now;
        var counted = await context.SendingStatus
            .Where(s => s.SentInHour == known.SentInHour && s.TooManyAt == null && s.CountedFrom == known.CountedFrom)
            .ExecuteUpdateAsync(row => row.SetProperty(s => s.SentInHour, sent).SetProperty(s => s.TooManyAt, tooManyAt));
        if (counted > 0 && tooManyAt is not null)
        {
            LogTooMany(log, most);
        }

        return counted > 0 ? tooManyAt is null : null;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "No messages go: more than {Most} wanted to within an hour, and somebody should see why")]
    private static partial void LogTooMany(ILogger logger, int most);
}
