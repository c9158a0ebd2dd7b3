using Booking.Data;

namespace Booking.Web;

/// <summary>What waits for a person at the desk.</summary>
/// <param name="Troubles">What is wrong with the sending of texts, with their words and with the day sheet, a sentence each.</param>
/// <param name="TextsToSeeTo">How many texts have not reached patients still to come.</param>
/// <param name="TextsToRead">How many texts from patients nobody has dealt with.</param>
public sealed record WhatWaits(IReadOnlyList<string> Troubles, int TextsToSeeTo, int TextsToRead);

/// <summary>Finds what every staff page says first.</summary>
public sealed class StaffAlerts(DeskLooks looks, SendingTrouble sending, DaySheetTrouble daySheet, WordingTrouble wording)
{
    public async Task<WhatWaits> ReadAsync(CancellationToken cancellation)
    {
        var look = await looks.ReadAsync(cancellation);
        var sheet = await daySheet.ReadAsync(look.Clinic.Rules, look.DaySheet, cancellation);
        return new WhatWaits(
            [.. sending.Read(look), .. sheet, .. wording.Read(look.Clinic)], look.TextsToSeeTo, look.TextsToRead);
    }
}
