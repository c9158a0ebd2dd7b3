using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>
/// After nobody has looked for a while: whether what came due meanwhile may simply go. When the site was off it may. When the
/// database is an older copy, what seems overdue has gone already, and a person decides.
/// </summary>
public sealed partial class OverdueTexts(
    IDbContextFactory<BookingDbContext> contexts, TimeProvider clock, ILogger<OverdueTexts> log, ISendTexts? texts = null)
{
    // Up to when somebody has looked as far as this process knows; 0 at its start, when the database may be another.
    private long _knownUntil;

    /// <summary>Until when what was due waits for a person; null where nothing does.</summary>
    public async Task<DateTime?> WaitUntilAsync(Outlook look)
    {
        var now = clock.UtcNow();
        var waits = await WaitUntilAsync(look, now);
        var noted = look.Status is { } status && !status.IsWorthNoting(now) ? status.SweptAt : now;
        Volatile.Write(ref _knownUntil, noted.Ticks);
        return waits;
    }

    private async Task<DateTime?> WaitUntilAsync(Outlook look, DateTime now)
    {
        if (look is not { Status: { } status, Waiting: > 0 } || (now - status.SweptAt < Absence.Noticed && IsTheSameDatabase(status)))
        {
            return look.Status?.OverdueUntil;
        }

        var sentElsewhere = await SentElsewhereAsync(status.SweptAt, now);
        if (!Absence.NeedsAPerson(now - status.SweptAt, sentElsewhere))
        {
            return status.OverdueUntil;
        }

        // Of nodes that come back together the first holds them back; the others find that somebody has just looked.
        await using var context = await contexts.CreateDbContextAsync();
        var held = await context.SendingStatus.Where(s => s.SweptAt == status.SweptAt).ExecuteUpdateAsync(row => row
            .SetProperty(s => s.OverdueUntil, now)
            .SetProperty(s => s.AwaySince, s => s.AwaySince ?? s.SweptAt)
            .SetProperty(s => s.SentElsewhere, s => s.SentElsewhere || sentElsewhere == true)
            .SetProperty(s => s.SweptAt, now));
        if (held > 0)
        {
            LogHeld(log, look.Waiting, status.SweptAt);
        }

        return await context.SendingStatus.AsNoTracking().Select(s => s.OverdueUntil).SingleAsync();
    }

    // In an older copy nobody had looked yet when this process knows that somebody did.
    private bool IsTheSameDatabase(SendingStatus status) =>
        Volatile.Read(ref _knownUntil) is > 0 and var known && known <= status.SweptAt.Ticks;

    // Null when nobody can be asked: the provider does not answer, or what waits are e-mails, of which it knows nothing. A text
    // that a node was about to record when it died, or that has been put back for another try since, is known by its number.
    private async Task<bool?> SentElsewhereAsync(DateTime since, DateTime now)
    {
        if (texts is null || await texts.TakenSinceAsync(since) is not { } taken)
        {
            return null;
        }

        var sids = taken.Select(text => text.Sid).ToList();
        await using var context = await contexts.CreateDbContextAsync();
        var known = await context.Messages.Where(m => sids.Contains(m.ProviderSid!)).Select(m => m.ProviderSid!).ToListAsync();
        var inHand = since - Message.Lease;
        var tried = await context.Messages.Where(m => m.TriedAt >= inHand && m.To != null).Select(m => m.To!).ToListAsync();
        if (taken.Any(text => !known.Contains(text.Sid) && !tried.Contains(text.To)))
        {
            return true;
        }

        var emailsWait = await context.Messages.AnyAsync(m => m.Due <= now && m.State == MessageState.Pending
            && (m.Channel == MessageChannel.Email
                || context.Appointments.Any(a => a.Id == m.AppointmentId && a.Patient.ToldBy != ToldBy.Text)
                || context.Patients.Any(p => p.Id == m.PatientId && p.ToldBy != ToldBy.Text)));
        return emailsWait ? null : false;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Count} messages came due while nobody looked for them since {Since:u}: a person must say whether they go")]
    private static partial void LogHeld(ILogger logger, int count, DateTime since);
}
