namespace Booking.Data;

/// <summary>What a screen asks of the diary.</summary>
/// <param name="With">One practitioner by slug, or null for everybody.</param>
/// <param name="Cancelled">Whether cancelled appointments are to be seen too.</param>
public readonly record struct DiaryWish(DiaryRange Range, string? With = null, bool Cancelled = false);
