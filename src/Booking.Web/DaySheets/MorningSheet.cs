using Booking.Data;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>
/// Sends the day's sheet each morning, once. The row of the date is the truth: it may look each minute, at once, late and
/// on any node.
/// </summary>
public sealed partial class MorningSheet(
    IDbContextFactory<BookingDbContext> contexts,
    Diary diary,
    DaySheetWriting writing,
    TimeProvider clock,
    ILogger<MorningSheet> log,
    ISendEmails? emails = null)
{
    /// <summary>Whether there is anything to send with.</summary>
    public bool IsSetUp => emails is not null;

    [AutomaticRetry(Attempts = 0)]
    public async Task RunAsync(CancellationToken stop)
    {
        var rules = (await diary.ClinicAsync(stop)).Rules;
        var now = clock.Now();
        if (emails is null || rules.DaySheetTo is not { } to || !DaySheetPolicy.IsDue(now, rules.DaySheetAt))
        {
            return;
        }

        var today = DateOnly.FromDateTime(now);
        if (!await IsWantedAsync(today, stop) || await DaySheet.ReadAsync(diary, today, now, stop) is not { IsQuiet: false } sheet)
        {
            return;
        }

        // Written before it is claimed: what goes wrong here has not left.
        var email = await writing.EmailAsync(sheet, to);
        if (await ClaimAsync(today))
        {
            // Begun, it is finished and recorded: stopping only keeps the next one back.
            await RecordAsync(today, await emails.SendAsync(email));
        }
    }

    // Without a lock: on most looks it has gone long since.
    private async Task<bool> IsWantedAsync(DateOnly date, CancellationToken stop)
    {
        var now = clock.UtcNow();
        await using var context = await contexts.CreateDbContextAsync(stop);
        return !await context.DaySheetEmails.AnyAsync(
            email => email.Date == date && !(email.State == DaySheetEmailState.Waiting && email.TryAgainAt <= now), stop);
    }

    private async Task<bool> ClaimAsync(DateOnly date)
    {
        var now = clock.UtcNow();
        await using var context = await contexts.CreateDbContextAsync();
        var again = await context.DaySheetEmails
            .Where(email => email.Date == date && email.State == DaySheetEmailState.Waiting && email.TryAgainAt <= now)
            .ExecuteUpdateAsync(row => row
                .SetProperty(email => email.State, DaySheetEmailState.Sending)
                .SetProperty(email => email.TakenAt, now)
                .SetProperty(email => email.TryAgainAt, (DateTime?)null));
        if (again > 0)
        {
            return true;
        }

        context.Add(new DaySheetEmail { Date = date, TakenAt = now });
        try
        {
            await context.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException e) when (e.IsDuplicateIn(nameof(BookingDbContext.DaySheetEmails)))
        {
            return false;
        }
    }

    private async Task RecordAsync(DateOnly date, EmailAnswer answer)
    {
        LogAnswer(log, date, answer);
        await using var context = await contexts.CreateDbContextAsync();
        var row = await context.DaySheetEmails.SingleAsync(email => email.Date == date);
        switch (answer)
        {
            case EmailAnswer.Sent:
                row.Sent();
                break;
            case EmailAnswer.NotNow:
                row.HasNotLeft(clock.UtcNow());
                break;
            case EmailAnswer.Refused or EmailAnswer.NotSetUp:
                row.WasRefused();
                break;
            case EmailAnswer.Lost:
                row.WasLost();
                break;
        }

        await context.SaveChangesAsync();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The day sheet of {Date} was handed to the mail server: {Answer}")]
    private static partial void LogAnswer(ILogger logger, DateOnly date, EmailAnswer answer);
}
