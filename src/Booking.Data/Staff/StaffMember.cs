using Microsoft.AspNetCore.Identity;

namespace Booking.Data;

/// <summary>Somebody who works at the clinic and signs in.</summary>
public sealed class StaffMember : IdentityUser<int>
{
    public const int NameLength = 100;

    /// <summary>As it stands in the history of appointments.</summary>
    public required string FullName { get; set; }
}
