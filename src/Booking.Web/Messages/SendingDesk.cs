using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>Keeps the row that tells every node how the sending of texts is going.</summary>
public sealed class SendingDesk(Transactions transactions, TimeProvider clock)
{
    private const int MostTries = 3;

    /// <summary>Notes that a sweep begins, and tells what it may do.</summary>
    public Task<SendingStatus> BeginSweepAsync() => ChangeAsync(status => status.SweptAt = clock.UtcNow());

    /// <summary>Nothing more goes until one text, tried a few minutes from now, shows that the fault is mended.</summary>
    public Task PauseAsync(int fault) => ChangeAsync(status => status.Pause(fault, clock.UtcNow()));

    public Task GoOnAsync() => ChangeAsync(status => status.GoOn());

    private async Task<SendingStatus> ChangeAsync(Action<SendingStatus> change)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await transactions.RunAsync(context => ChangeAsync(context, change), CancellationToken.None);
            }
            catch (DbUpdateException e) when (attempt < MostTries && e.IsDuplicateIn(nameof(BookingDbContext.SendingStatus)))
            {
                // Another node's first sweep began at the same moment.
            }
        }
    }

    private static async Task<SendingStatus> ChangeAsync(BookingDbContext context, Action<SendingStatus> change)
    {
        var status = await context.SendingStatus.SingleOrDefaultAsync() ?? context.Add(new SendingStatus()).Entity;
        change(status);
        await context.SaveChangesAsync();
        return status;
    }
}
