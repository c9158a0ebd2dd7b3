using System.Globalization;
using System.Security.Claims;
using Booking.Data;

namespace Booking.Web;

/// <summary>Whose column of the diary somebody may change: reception everybody's, a practitioner their own.</summary>
public static class DiaryRights
{
    /// <summary>The claim that holds the id of the practitioner who somebody is in the diary.</summary>
    public const string Practitioner = "practitioner";

    public static bool MayChange(this ClaimsPrincipal user, int practitioner) => user.IsReception()
        || user.HasClaim(Practitioner, practitioner.ToString(CultureInfo.InvariantCulture));

    public static bool IsReception(this ClaimsPrincipal user) =>
        user.IsInRole(nameof(StaffRole.Administrator)) || user.IsInRole(nameof(StaffRole.Receptionist));
}
