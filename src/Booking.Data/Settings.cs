using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>What the clinic has settled about booking, as administrators read and change it, and who changed what.</summary>
public sealed partial class Settings(IDbContextFactory<BookingDbContext> contexts, Transactions transactions, TimeProvider clock)
{
    private const int ChangesListed = 50;

    private static readonly Refusal ChangedMeanwhile = new(
        "Somebody else has changed the settings since you opened this page. Look at them below before you save yours.");

    public async Task<BookingRules> ReadAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Rules.AsNoTracking().SingleAsync(cancellation);
    }

    /// <summary>The last changes, the newest first.</summary>
    public async Task<IReadOnlyList<SettingChange>> ChangesAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.SettingChanges.AsNoTracking()
            .OrderByDescending(change => change.Id)
            .Take(ChangesListed)
            .ToListAsync(cancellation);
    }

    /// <summary>Changes the settings and notes what became of each; or says why not.</summary>
    /// <param name="seen">The revision that whoever changes them has seen.</param>
    public Task<Refusal?> ChangeAsync(
        long seen, Action<BookingRules> change, string who, CancellationToken cancellation) =>
        transactions.RunAsync(context => ChangeAsync(context, seen, change, who, cancellation), cancellation);

    private async Task<Refusal?> ChangeAsync(
        BookingDbContext context, long seen, Action<BookingRules> change, string who, CancellationToken cancellation)
    {
        if (!await IsLatestAsync(context, seen, cancellation))
        {
            return ChangedMeanwhile;
        }

        var rules = await context.Rules.SingleAsync(cancellation);
        var before = rules.Settled().ToList();
        change(rules);
        foreach (var (was, isNow) in before.Zip(rules.Settled()).Where(pair => pair.First != pair.Second))
        {
            Note(context, who, was.Name, was.Value, isNow.Value);
        }

        await context.SaveChangesAsync(cancellation);
        return null;
    }

    // Whoever writes the row first goes on; another who saw the same revision finds it changed.
    private static async Task<bool> IsLatestAsync(BookingDbContext context, long seen, CancellationToken cancellation) =>
        await context.Rules.Where(rules => rules.Revision == seen)
            .ExecuteUpdateAsync(row => row.SetProperty(rules => rules.Revision, seen + 1), cancellation) > 0;

    private void Note(BookingDbContext context, string who, string what, string from, string to) =>
        context.Add(new SettingChange { At = clock.UtcNow(), Who = who, What = what, From = from, To = to });
}
