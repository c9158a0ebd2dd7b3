using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>The set-up of the clinic's first administrator, which happens once.</summary>
public sealed class FirstAdministrator(
    IDbContextFactory<BookingDbContext> contexts, Transactions transactions, TimeProvider clock)
{
    public static readonly Refusal WrongToken =
        new("That is not the token, or it is more than a day old. Start the site again to get a new one.");

    public async Task<bool> IsMissingAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return !await ThereIsOneAsync(context, cancellation);
    }

    /// <summary>A token of this process, or null when there is an administrator.</summary>
    public async Task<Reference?> NewTokenAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await ThereIsOneAsync(context, cancellation))
        {
            return null;
        }

        var token = Reference.From(RandomNumberGenerator.GetBytes(Reference.Bytes));
        context.Add(new SetUpToken { Hash = token.Hash, MadeAt = clock.UtcNow() });
        await context.SaveChangesAsync(cancellation);
        return token;
    }

    /// <summary>Adds the first administrator and uses up all tokens; or says why not.</summary>
    public Task<Refusal?> SetUpAsync(Reference token, StaffMember administrator, CancellationToken cancellation) =>
        transactions.RunAsync(context => SetUpAsync(context, token, administrator, cancellation), cancellation);

    private async Task<Refusal?> SetUpAsync(
        BookingDbContext context, Reference token, StaffMember administrator, CancellationToken cancellation)
    {
        var oldest = clock.UtcNow() - SetUpToken.Lasts;
        if (!await context.SetUpTokens.AnyAsync(t => t.Hash == token.Hash && t.MadeAt > oldest, cancellation))
        {
            return WrongToken;
        }

        // Of two who come at once with two good tokens, the second waits here, and then finds an administrator.
        await context.SetUpTokens.ExecuteDeleteAsync(cancellation);
        if (await ThereIsOneAsync(context, cancellation))
        {
            return WrongToken;
        }

        context.Add(administrator);
        await context.SaveChangesAsync(cancellation);
        return null;
    }

    private static Task<bool> ThereIsOneAsync(BookingDbContext context, CancellationToken cancellation) =>
        context.Users.AnyAsync(member => member.Role == StaffRole.Administrator, cancellation);
}
