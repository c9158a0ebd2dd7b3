namespace Booking.Data;

/// <summary>By what this clinic can reach its patients at all, as the settings have it with which the site has started.</summary>
/// <param name="Texts">Whether there is anything to text with.</param>
public sealed record WaysToTell(bool Texts);
