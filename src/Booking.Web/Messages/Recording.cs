using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>Writes down what has happened already, and so cannot be left out because another writer was quicker.</summary>
internal static class Recording
{
    private const int MostTries = 5;

    /// <param name="work">Reads what it changes: it runs again when a row was changed or added at the same moment.</param>
    public static async Task RecordAsync(this Transactions transactions, Func<BookingDbContext, Task<int>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await transactions.RunAsync(work, CancellationToken.None);
                return;
            }
            catch (DbUpdateException e) when (attempt < MostTries && IsOvertaken(e))
            {
                // The provider's first report may overtake its answer; two reports may come at once.
            }
        }
    }

    private static bool IsOvertaken(DbUpdateException trouble) => trouble is DbUpdateConcurrencyException
        || trouble.IsDuplicateIn(nameof(BookingDbContext.RefusedNumbers)) || trouble.IsDuplicateIn(nameof(BookingDbContext.Messages));
}
