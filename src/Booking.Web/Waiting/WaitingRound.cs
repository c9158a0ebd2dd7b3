using Booking.Data;
using Hangfire;

namespace Booking.Web;

/// <summary>The waiting list's round of each minute: what it offers is texted at once.</summary>
public sealed class WaitingRound(WaitingList waiting, Nudge texts)
{
    [AutomaticRetry(Attempts = 0)]
    public async Task RunAsync(CancellationToken stop)
    {
        if (await waiting.GoRoundAsync(stop) > 0)
        {
            texts.SendSoon();
        }
    }
}
