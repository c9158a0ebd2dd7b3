using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

// How many texts may go within an hour: counted in the database, where all nodes count together.
public sealed partial class SendingDesk
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // Nodes' clocks differ a little; an hour that begins later than that was begun by a clock that has been set back since.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Counts one text that is about to go, in the transaction of its claim, unless no text may go: then false, and the claim is
    /// to be undone. One conditional update, so that not one too many goes however many nodes count.
    /// </summary>
    /// <param name="due">When the text was due: what came due in an absence may wait for a person.</param>
    public async Task<bool> TakeTurnAsync(BookingDbContext context, DateTime? due, DateTime now)
    {
        var most = (await setup.ReadAsync(context, CancellationToken.None)).MostTextsAnHour;
        var (hourAgo, ahead) = (now - Hour, now + Ahead);
        return await context.SendingStatus
            .Where(s => s.StoppedAt == null && s.TooManyAt == null && (s.OverdueUntil == null || s.OverdueUntil < due)
                && (s.SentInHour < most || s.HourBegan <= hourAgo || s.HourBegan > ahead))
            .ExecuteUpdateAsync(row => row
                .SetProperty(s => s.SentInHour, s => s.HourBegan > hourAgo && s.HourBegan <= ahead ? s.SentInHour + 1 : 1)
                .SetProperty(s => s.HourBegan, s => s.HourBegan > hourAgo && s.HourBegan <= ahead ? s.HourBegan : now)) > 0;
    }

    /// <summary>A text that was counted has certainly not gone.</summary>
    public static Task GiveTurnBackAsync(BookingDbContext context) => context.SendingStatus
        .Where(s => s.SentInHour > 0)
        .ExecuteUpdateAsync(row => row.SetProperty(s => s.SentInHour, s => s.SentInHour - 1));

    /// <summary>If a text was kept back because the hour is full, nothing more goes on any node, and one of them says so.</summary>
    public async Task PauseIfTooManyAsync()
    {
        var now = clock.UtcNow();
        var hourAgo = now - Hour;
        await using var context = await contexts.CreateDbContextAsync();
        var most = (await setup.ReadAsync(context, CancellationToken.None)).MostTextsAnHour;
        var paused = await context.SendingStatus
            .Where(s => s.StoppedAt == null && s.TooManyAt == null && s.SentInHour >= most && s.HourBegan > hourAgo)
            .ExecuteUpdateAsync(row => row.SetProperty(s => s.TooManyAt, now));
        if (paused > 0)
        {
            LogTooMany(log, most);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "No texts go: more than {Most} wanted to within an hour, and somebody should see why")]
    private static partial void LogTooMany(ILogger logger, int most);
}
