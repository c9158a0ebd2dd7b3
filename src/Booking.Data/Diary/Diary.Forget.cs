using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class Diary
{
    private static readonly TimeSpan HoldsAreKept = TimeSpan.FromDays(1);

    /// <summary>Sweeps away holds that lapsed a day ago, and claims of theirs that nobody has cleared since.</summary>
    public async Task ForgetHoldsAsync(CancellationToken cancellation)
    {
        var before = clock.UtcNow() - HoldsAreKept;
        await transactions.RunAsync(
            async context => await context.DiaryClaims.Where(claim => claim.Expires <= before).ExecuteDeleteAsync(cancellation)
                + await context.Holds.Where(hold => hold.Expires <= before).ExecuteDeleteAsync(cancellation),
            cancellation);
    }
}
