using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>What every page at the desk says first, as it stands at this moment.</summary>
/// <param name="Status">How sending is going; null before the first sweep of all.</param>
/// <param name="Late">How many texts should have gone minutes ago.</param>
/// <param name="LateEmails">How many e-mails should have.</param>
/// <param name="Overdue">How many wait for a person since an absence.</param>
/// <param name="DaySheet">This morning's day sheet; null while nobody has written it.</param>
/// <param name="TextsToSeeTo">How many texts have not reached patients still to come.</param>
/// <param name="TextsToRead">How many texts from patients nobody has dealt with.</param>
public sealed record DeskLook(
    Clinic Clinic,
    SendingStatus? Status,
    int Late,
    int LateEmails,
    int Overdue,
    DaySheetEmail? DaySheet,
    int TextsToSeeTo,
    int TextsToRead);

/// <summary>Takes that look in one query, because each of the desk's pages costs one.</summary>
public sealed class DeskLooks(IDbContextFactory<BookingDbContext> contexts, ClinicSetup setup, TimeProvider clock)
{
    public async Task<DeskLook> ReadAsync(CancellationToken cancellation)
    {
        var today = clock.Today();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var toSeeTo = context.ToSeeTo(clock.Now());
        var (texts, emails) = (context.Late(MessageChannel.Text, clock.UtcNow()), context.Late(MessageChannel.Email, clock.UtcNow()));
        var toRead = InboxQueries.ToRead(context);
        var row = await (
            from rules in context.Rules
            join known in context.SendingStatus on SendingStatus.TheOnlyOne equals known.Id into statuses
            from status in statuses.DefaultIfEmpty()
            join written in context.DaySheetEmails on today equals written.Date into sheets
            from sheet in sheets.DefaultIfEmpty()
            select new
            {
                rules.Revision,
                Status = status,
                Sheet = sheet,
                Late = texts.Count(m => status.OverdueUntil == null || m.Due > status.OverdueUntil),
                LateEmails = emails.Count(m => status.OverdueUntil == null || m.Due > status.OverdueUntil),
                Overdue = context.Messages.Count(m => m.Due <= status.OverdueUntil && m.State == MessageState.Pending),
                ToSeeTo = toSeeTo.Count(),
                ToRead = toRead.Count(),
            }).AsNoTracking().SingleAsync(cancellation);
        return new DeskLook(
            await setup.ReadAsync(context, row.Revision, cancellation),
            row.Status,
            row.Late,
            row.LateEmails,
            row.Overdue,
            row.Sheet,
            row.ToSeeTo,
            row.ToRead);
    }
}
