using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>Keeps the row that tells every node how the sending of texts is going.</summary>
public sealed partial class SendingDesk(
    IDbContextFactory<BookingDbContext> contexts,
    Transactions transactions,
    ClinicSetup setup,
    TimeProvider clock,
    ILogger<SendingDesk> log)
{
    private static readonly Func<BookingDbContext, DateTime, Task<Outlook>> Read = EF.CompileAsyncQuery(
        (BookingDbContext context, DateTime now) => (
            from rules in context.Rules.AsNoTracking()
            join row in context.SendingStatus on SendingStatus.TheOnlyOne equals row.Id into rows
            from status in rows.DefaultIfEmpty()
            select new Outlook(
                rules.Revision,
                status,
                context.Messages.Any(m => m.Due <= now),
                context.Messages.Count(m => m.Due <= now && m.State == MessageState.Pending),
                context.Messages.Where(m => m.Due <= now && m.State == MessageState.Pending).Min(m => m.Due))).Single());

    private long _lookedAt;

    /// <summary>All that a sweep has to know before it begins, in one query.</summary>
    public async Task<Outlook> LookAsync()
    {
        var now = clock.UtcNow();
        await using var context = await contexts.CreateDbContextAsync();
        var look = await ReadAsync(context, now);
        Volatile.Write(ref _lookedAt, now.Ticks);
        return look;
    }

    /// <summary>The same for somebody who does not sweep.</summary>
    public static Task<Outlook> ReadAsync(BookingDbContext context, DateTime now) => Read(context, now);

    /// <summary>When somebody last looked for texts to send: this node to the second, another to two minutes.</summary>
    public DateTime SweptAt(SendingStatus? status)
    {
        var here = new DateTime(Volatile.Read(ref _lookedAt), DateTimeKind.Utc);
        return status?.SweptAt > here ? status.SweptAt : here;
    }

    /// <summary>Notes that somebody has looked, where the last note is old enough to be worth a write.</summary>
    public async Task NoteSweepAsync(SendingStatus? known)
    {
        var now = clock.UtcNow();
        if (known?.IsWorthNoting(now) != false)
        {
            await ChangeAsync(status => status.SweptAt = now);
        }
    }

    /// <summary>Nothing more goes until one text, tried a few minutes from now, shows that the fault is mended.</summary>
    public Task PauseAsync(int fault) => ChangeAsync(status => status.Pause(fault, clock.UtcNow()));

    public Task GoOnAsync() => ChangeAsync(status => status.GoOn());

    /// <summary>No e-mails go until they are tried again a few minutes from now.</summary>
    public Task PauseEmailsAsync() => ChangeAsync(status => status.PauseEmails(clock.UtcNow()));

    public Task GoOnWithEmailsAsync() => ChangeAsync(status => status.GoOnWithEmails());

    private Task<int> ChangeAsync(Action<SendingStatus> change) => RunAsync(async context =>
    {
        change(await context.SendingStatus.SingleAsync());
        return await context.SaveChangesAsync();
    });

    // The first of all sweeps, or whoever stops them before it, makes the row.
    private async Task<T> RunAsync<T>(Func<BookingDbContext, Task<T>> work)
    {
        const int MostTries = 3;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await transactions.RunAsync(
                    async context =>
                    {
                        if (!await context.SendingStatus.AnyAsync())
                        {
                            context.Add(new SendingStatus { SweptAt = clock.UtcNow() });
                            await context.SaveChangesAsync();
                        }

                        return await work(context);
                    },
                    CancellationToken.None);
            }
            catch (DbUpdateException e) when (attempt < MostTries && e.IsDuplicateIn(nameof(BookingDbContext.SendingStatus)))
            {
                // Another node made it at the same moment.
            }
        }
    }
}

/// <summary>What there is to do for a sweep.</summary>
/// <param name="SetUp">The revision of the clinic's set-up.</param>
/// <param name="Status">How sending is going; null before the first sweep of all.</param>
/// <param name="IsAnythingDue">Whether there is anything to send, to find out about or to give up.</param>
/// <param name="Waiting">How many messages should go now.</param>
/// <param name="OldestDue">Since when the oldest of them should have gone (UTC).</param>
public sealed record Outlook(long SetUp, SendingStatus? Status, bool IsAnythingDue, int Waiting, DateTime? OldestDue);
