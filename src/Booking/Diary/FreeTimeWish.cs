namespace Booking;

/// <summary>What the desk looks for: "next free with Amy after five, on a Tuesday".</summary>
/// <param name="With">Null where anybody will do.</param>
/// <param name="After">The first moment that will do, in clinic time.</param>
/// <param name="On">The day of the week, or null for any.</param>
/// <param name="From">The first time of the day that will do, or null for any.</param>
/// <param name="PatientId">For whom, if they are known: nobody is in two places at once.</param>
/// <param name="Moving">The appointment that is to move, or null: where it stands now is no obstacle.</param>
/// <param name="Minutes">How long it is made; null for as long as the treatment takes, or as the one that is to move.</param>
public sealed record FreeTimeWish(
    Treatment Treatment,
    Practitioner? With,
    DateTime After,
    DayOfWeek? On = null,
    TimeOnly? From = null,
    int? PatientId = null,
    int? Moving = null,
    int? Minutes = null)
{
    public bool Suits(FreeTime time) => time.Slot.StartsAt >= After
        && (On is null || time.Slot.Date.DayOfWeek == On)
        && (From is null || time.Slot.Start >= From);
}
