using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>
/// Five wrong passwords for one account from one place, then that place waits a quarter of an hour. Other places do not: so
/// nobody can shut somebody else out.
/// </summary>
public sealed class SignInLimit(Transactions transactions, TimeProvider clock)
{
    /// <summary>Takes one of the tries, before the password is looked at; false when there are none left.</summary>
    public async Task<bool> TakeTryAsync(byte[] key, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await transactions.RunAsync(context => TakeTryAsync(context, key, cancellation), cancellation);
            }
            catch (DbUpdateException e) when (e.IsDuplicateIn(nameof(BookingDbContext.SignInTries)))
            {
                // The first try twice at once: now there is a row to count in.
            }
        }
    }

    /// <summary>The password was right.</summary>
    public Task ForgetAsync(byte[] key, CancellationToken cancellation) => transactions.RunAsync(
        context => context.SignInTries.Where(tries => tries.Key == key).ExecuteDeleteAsync(cancellation), cancellation);

    private async Task<bool> TakeTryAsync(BookingDbContext context, byte[] key, CancellationToken cancellation)
    {
        var now = clock.UtcNow();
        var until = now + SignInTries.Wait;
        await context.SignInTries.Where(tries => tries.Until <= now).ExecuteDeleteAsync(cancellation);
        var counted = await context.SignInTries
            .Where(tries => tries.Key == key && tries.Count < SignInTries.Most)
            .ExecuteUpdateAsync(
                row => row.SetProperty(tries => tries.Count, tries => tries.Count + 1).SetProperty(tries => tries.Until, until),
                cancellation);
        if (counted > 0 || await context.SignInTries.AnyAsync(tries => tries.Key == key, cancellation))
        {
            return counted > 0;
        }

        context.Add(new SignInTries { Key = key, Count = 1, Until = until });
        await context.SaveChangesAsync(cancellation);
        return true;
    }
}
