namespace Booking.Data;

/// <summary>Some days of the diary as the desk has them on its screen.</summary>
/// <param name="Number">Another after any change of what is written on these days, or of the clinic's set-up.</param>
/// <param name="With">The one practitioner whose days they are, or null when they are everybody's.</param>
public sealed record DiaryPages(
    Clinic Clinic,
    string Number,
    DiaryRange Range,
    Practitioner? With,
    IReadOnlyList<Visit> Visits,
    IReadOnlyList<Kept> Holds,
    IReadOnlyList<Block> Blocks)
{
    /// <summary>The same at a later moment, when holds have lapsed since.</summary>
    internal DiaryPages At(DateTime utcNow) => Holds.All(hold => hold.Expires > utcNow)
        ? this
        : this with { Holds = [.. Holds.Where(hold => hold.Expires > utcNow)] };
}

/// <summary>A time that is kept until it expires (UTC): for somebody who is typing their details, or for those on the waiting list
/// to whom it is offered.</summary>
public sealed record Kept(int PractitionerId, DateOnly Date, TimeOnly Start, int Minutes, DateTime Expires, bool IsOffered)
{
    public Slot Slot => new(Date, Start, Minutes);
}
