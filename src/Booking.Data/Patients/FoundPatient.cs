namespace Booking.Data;

/// <summary>Somebody who was looked for, with the visits that tell which of several they are.</summary>
/// <param name="Last">The latest that has begun.</param>
/// <param name="Next">The first that has not.</param>
public sealed record FoundPatient(Patient Patient, Appointment? Last, Appointment? Next);
