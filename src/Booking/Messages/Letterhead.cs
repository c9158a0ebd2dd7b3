namespace Booking;

/// <summary>What every message of the clinic can say of the clinic itself.</summary>
/// <param name="LongestLink">A link as long as those that patients get.</param>
public sealed record Letterhead(string Name, string Telephone, string Address = "", string LongestLink = "");
