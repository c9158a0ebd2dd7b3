using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>What is wrong with the morning's e-mail, in sentences for staff and for the health page; they name nobody.</summary>
public sealed class DaySheetTrouble(
    IDbContextFactory<BookingDbContext> contexts, MorningSheet morning, Diary diary, TimeProvider clock)
{
    private const string WhatToDo = "Print it from the day's list.";

    /// <summary>One sentence for each trouble; none when all is well, or nobody is to have the day sheet.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellation)
    {
        var rules = (await diary.ClinicAsync(cancellation)).Rules;
        if (rules.DaySheetTo is null)
        {
            return [];
        }

        var today = clock.Today();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var email = await context.DaySheetEmails.AsNoTracking().SingleOrDefaultAsync(e => e.Date == today, cancellation);
        return await ReadAsync(rules, email, cancellation);
    }

    /// <summary>The same where both have just been read.</summary>
    /// <param name="email">Today's.</param>
    public async Task<IReadOnlyList<string>> ReadAsync(BookingRules rules, DaySheetEmail? email, CancellationToken cancellation)
    {
        if (rules.DaySheetTo is null)
        {
            return [];
        }

        if (!morning.IsSetUp)
        {
            return ["The day sheet is not sent: no mail server is set up."];
        }

        if (email is null)
        {
            var now = clock.Now();
            var today = DateOnly.FromDateTime(now);

            // Nobody has looked, or it could not be written.
            return DaySheetPolicy.IsLate(now, rules.DaySheetAt) && !(await DaySheet.ReadAsync(diary, today, now, cancellation)).IsQuiet
                ? [$"The day sheet of {today.DayOfWeek} has not been sent. {WhatToDo}"]
                : [];
        }

        return Sentence(email) is { } sentence ? [sentence] : [];
    }

    private string? Sentence(DaySheetEmail email) => email switch
    {
        _ when email.IsInDoubt(clock.UtcNow()) => $"The day sheet of {Day(email)} may not have been sent. {WhatToDo}",
        { State: DaySheetEmailState.Refused } =>
            $"The day sheet of {Day(email)} could not be sent: the mail server refused it. {WhatToDo}",
        { State: DaySheetEmailState.Waiting } =>
            $"The day sheet of {Day(email)} could not be sent: the mail server could not be reached. {WhatToDo}",
        _ => null,
    };

    private static string Day(DaySheetEmail email) => email.Date.DayOfWeek.ToString();
}
