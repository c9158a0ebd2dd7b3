using System.Globalization;
using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>What is wrong with the sending of texts, in sentences for staff and for the health page; they name nobody.</summary>
public sealed class SendingTrouble(IDbContextFactory<BookingDbContext> contexts, TextSending sending, TimeProvider clock)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    /// <summary>One sentence for each trouble; none when all is well.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var status = await context.SendingStatus.AsNoTracking().SingleOrDefaultAsync(cancellation);
        var waiting = await CountWaitingAsync(context, cancellation);
        return [.. Sentences(status, waiting)];
    }

    private IEnumerable<string> Sentences(SendingStatus? status, int waiting)
    {
        if (!sending.IsSetUp)
        {
            yield return "No texts go: Twilio is not set up.";
        }
        else if (status?.PausedSince is { } since)
        {
            yield return $"No texts have gone since {ClinicTime.ToWall(since).Said()}: Twilio finds fault with our settings"
                + $" (code {status.Fault!.Value.ToString(CultureInfo.InvariantCulture)}).";
        }

        if (status is null || status.IsLate(clock.UtcNow()))
        {
            yield return "Nobody has looked for texts to send in the last five minutes.";
        }

        if (waiting > 0)
        {
            yield return waiting == 1 ? "One text is late." : $"{waiting.ToString(CultureInfo.InvariantCulture)} texts are late.";
        }
    }

    // Due for minutes, or put back because the provider could not be reached.
    private Task<int> CountWaitingAsync(BookingDbContext context, CancellationToken cancellation)
    {
        var now = clock.UtcNow();
        var (late, soon) = (now - LongestPause, now + LongestPause);
        return context.Messages.CountAsync(
            m => m.State == MessageState.Pending && (m.Due < late || (m.Due < soon && m.Tries > 0)), cancellation);
    }
}
