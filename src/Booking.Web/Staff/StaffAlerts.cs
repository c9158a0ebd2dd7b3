using Booking.Data;

namespace Booking.Web;

/// <summary>What waits for a person at the desk.</summary>
/// <param name="Troubles">What is wrong with the sending of texts, with their words and with the day sheet, a sentence each.</param>
/// <param name="TextsToSeeTo">How many patients still to come a text has not reached.</param>
public sealed record WhatWaits(IReadOnlyList<string> Troubles, int TextsToSeeTo);

/// <summary>Finds what every staff page says first.</summary>
public sealed class StaffAlerts(Diary diary, SendingTrouble sending, DaySheetTrouble daySheet, WordingTrouble wording)
{
    public async Task<WhatWaits> ReadAsync(CancellationToken cancellation) => new(
        [.. await sending.ReadAsync(cancellation), .. await daySheet.ReadAsync(cancellation), .. await wording.ReadAsync(cancellation)],
        (await diary.WithTextsToSeeToAsync(cancellation)).Count);
}
