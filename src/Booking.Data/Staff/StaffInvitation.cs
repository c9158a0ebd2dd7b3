namespace Booking.Data;

/// <summary>
/// A link by which somebody who is new, or has forgotten their password, chooses one: once, within a few days. A person has
/// one at most, the latest.
/// </summary>
public sealed class StaffInvitation
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(3);

    public required int StaffMemberId { get; init; }

    /// <summary>The hash of the <see cref="Reference"/> in the link.</summary>
    public required byte[] TokenHash { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime Expires { get; set; }
}
