namespace Booking.Web;

/// <summary>A free time as the diary's screen reads it, in clinic time.</summary>
/// <param name="Practitioner">By slug.</param>
/// <param name="Name">The practitioner's.</param>
public sealed record TimeToBook(string Start, string End, string Practitioner, string Name)
{
    public static TimeToBook Of(FreeTime time) =>
        new(time.Slot.StartsAt.Iso(), time.Slot.EndsAt.Iso(), time.Practitioner.Slug, time.Practitioner.FullName);
}
