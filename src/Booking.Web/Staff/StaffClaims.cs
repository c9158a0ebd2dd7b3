using System.Security.Claims;
using Booking.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Booking.Web;

/// <summary>What a session says of the member of staff who is signed in: their full name and their role.</summary>
public sealed class StaffClaims(UserManager<StaffMember> members, IOptions<IdentityOptions> identity)
    : UserClaimsPrincipalFactory<StaffMember>(members, identity)
{
    /// <summary>Says "true" of somebody who may book past the rules of the diary.</summary>
    public const string Overrule = "overrule";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffMember user)
    {
        var claims = await base.GenerateClaimsAsync(user);
        claims.TryRemoveClaim(claims.FindFirst(claims.NameClaimType));
        claims.AddClaim(new Claim(claims.NameClaimType, user.FullName));
        claims.AddClaim(new Claim(claims.RoleClaimType, user.Role.ToString()));
        return claims;
    }
}
