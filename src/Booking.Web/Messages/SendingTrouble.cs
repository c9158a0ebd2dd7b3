using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>What is wrong with the sending of texts and e-mails, in sentences for staff and for the health page.</summary>
public sealed class SendingTrouble(
    IDbContextFactory<BookingDbContext> contexts, SendingDesk desk, TextSending sending, TimeProvider clock)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    /// <summary>One sentence for each trouble, for those who work here; none when all is well.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellation) =>
        [.. (await StateAsync(cancellation)).Sentences(forAnybody: false)];

    /// <summary>How sending is going at this moment.</summary>
    public async Task<SendingState> StateAsync(CancellationToken cancellation)
    {
        var now = clock.UtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var look = await SendingDesk.ReadAsync(context, now);
        var waits = look.Status?.OverdueUntil;
        return new SendingState(
            sending.IsSetUp,
            look,
            desk.SweptAt(look.Status),
            await CountLateAsync(context, MessageChannel.Text, now, waits, cancellation),
            await CountLateAsync(context, MessageChannel.Email, now, waits, cancellation),
            waits is null ? 0 : await context.Messages.CountAsync(m => m.Due <= waits && m.State == MessageState.Pending, cancellation),
            now);
    }

    // Due for minutes, or put back because the provider could not be reached.
    private static Task<int> CountLateAsync(
        BookingDbContext context, MessageChannel channel, DateTime now, DateTime? waits, CancellationToken cancellation)
    {
        var (late, soon) = (now - LongestPause, now + LongestPause);
        return context.Messages.CountAsync(
            m => m.State == MessageState.Pending && m.Channel == channel && (m.Due < late || (m.Due < soon && m.Tries > 0)) && (waits == null || m.Due > waits),
            cancellation);
    }
}
