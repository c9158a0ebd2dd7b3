using System.Globalization;
using System.Security.Claims;
using Booking.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Booking.Web;

/// <summary>
/// What a session says of the member of staff who is signed in: their full name, their role, which column of the diary is
/// theirs, and whether they may overrule.
/// </summary>
public sealed class StaffClaims(UserManager<StaffMember> members, IOptions<IdentityOptions> identity)
    : UserClaimsPrincipalFactory<StaffMember>(members, identity)
{
    public const string MayOverrule = "may-overrule";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffMember user)
    {
        var claims = await base.GenerateClaimsAsync(user);
        claims.TryRemoveClaim(claims.FindFirst(claims.NameClaimType));
        claims.AddClaim(new Claim(claims.NameClaimType, user.FullName));
        claims.AddClaim(new Claim(claims.RoleClaimType, user.Role.ToString()));
        if (user.PractitionerId is { } practitioner)
        {
            claims.AddClaim(new Claim(DiaryRights.Practitioner, practitioner.ToString(CultureInfo.InvariantCulture)));
        }

        if (user.Overrules)
        {
            claims.AddClaim(new Claim(MayOverrule, bool.TrueString));
        }

        return claims;
    }
}
