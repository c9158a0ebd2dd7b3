using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>Puts right what was written while a machine's clock was ahead, and would else wait until that time has come.</summary>
public sealed class ClockSetBack(Transactions transactions, TimeProvider clock)
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    private DateTime? _looked;

    /// <summary>Looks each hour, and at once when this machine's own clock has been set back. A reminder's time comes from its
    /// appointment, not from a clock.</summary>
    public async Task PutRightAsync()
    {
        var now = clock.UtcNow();
        if (_looked <= now && now < _looked + Between)
        {
            return;
        }

        var latest = now + Message.LongestWait;
        await transactions.RunAsync(
            context => context.Messages
                .Where(m => m.Due > latest && (m.Kind != MessageKind.Reminder || m.State != MessageState.Pending))
                .ExecuteUpdateAsync(row => row
                    .SetProperty(m => m.Due, now)
                    .SetProperty(m => m.Revision, m => m.Revision + 1)),
            CancellationToken.None);
        _looked = now;
    }
}
