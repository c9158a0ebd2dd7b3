using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Booking.Data;

/// <summary>Somebody who works at the clinic and signs in.</summary>
public sealed class StaffMember : IdentityUser<int>
{
    public const int NameLength = 100;
    public const int EmailLength = 254;

    private const int StampBytes = 16;

    /// <summary>As it stands in the history of appointments.</summary>
    public required string FullName { get; set; }

    public required StaffRole Role { get; set; }

    /// <summary>Who they are in the diary, so that they may change their own column; null for who treats nobody.</summary>
    public int? PractitionerId { get; set; }

    /// <summary>Whether they were given the right to double-book and to book outside hours, with a reason.</summary>
    public bool MayOverrule { get; set; }

    /// <summary>UTC; null for somebody who still works here.</summary>
    public DateTime? DisabledAt { get; set; }

    /// <summary>Whether they have chosen a password and still work here.</summary>
    public bool MaySignIn => PasswordHash is not null && DisabledAt is null;

    /// <summary>Whether they may double-book and book outside hours: an administrator always may.</summary>
    public bool Overrules => MayOverrule || Role == StaffRole.Administrator;

    /// <summary>Somebody who has no password yet.</summary>
    public static StaffMember New(string fullName, string email, StaffRole role)
    {
        var member = new StaffMember
        {
            FullName = fullName,
            Role = role,
            UserName = email,
            Email = email,
            NormalizedUserName = Normalized(email),
            NormalizedEmail = Normalized(email),
        };
        member.EndSessions();
        return member;
    }

    /// <summary>As Identity compares addresses.</summary>
    public static string Normalized(string email) => email.Normalize().ToUpperInvariant();

    /// <summary>Wherever they are signed in, they are signed out as soon as that place looks again.</summary>
    public void EndSessions() =>
        SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(StampBytes));
}
