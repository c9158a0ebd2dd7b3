namespace Booking;

/// <summary>A time that can be booked now, and the practitioner whom the patient would see.</summary>
public readonly record struct FreeTime(Slot Slot, Practitioner Practitioner);
