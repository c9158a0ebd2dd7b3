using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>What is wrong with the morning's e-mail, in sentences for staff and for the health page; they name nobody.</summary>
public sealed class DaySheetTrouble(
    IDbContextFactory<BookingDbContext> contexts, MorningSheet morning, ClinicSetup setup, TimeProvider clock)
{
    private const string WhatToDo = "Print it from the day's list.";

    /// <summary>One sentence for each trouble; none when all is well, or nobody is to have the day sheet.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if ((await setup.ReadAsync(context, cancellation)).Rules.DaySheetTo is null)
        {
            return [];
        }

        if (!morning.IsSetUp)
        {
            return ["The day sheet is not sent: no mail server is set up."];
        }

        var today = clock.Today();
        var email = await context.DaySheetEmails.AsNoTracking().SingleOrDefaultAsync(e => e.Date == today, cancellation);
        return email is null || Sentence(email) is not { } sentence ? [] : [sentence];
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
