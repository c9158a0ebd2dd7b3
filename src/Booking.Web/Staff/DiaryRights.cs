using System.Globalization;
using System.Security.Claims;
using Booking.Data;

namespace Booking.Web;

/// <summary>Whose column of the diary somebody may change: at the desk everybody's, and a practitioner their own.</summary>
internal static class DiaryRights
{
    /// <summary>The claim that names the practitioner whom a member of staff is.</summary>
    public const string Practitioner = "practitioner";

    public static bool MayChange(this ClaimsPrincipal person, Practitioner practitioner) =>
        person.MayChange(practitioner.Id);

    public static bool MayChange(this ClaimsPrincipal person, int practitionerId) =>
        person.IsInRole(nameof(StaffRole.Administrator))
        || person.IsInRole(nameof(StaffRole.Receptionist))
        || person.HasClaim(Practitioner, practitionerId.ToString(CultureInfo.InvariantCulture));
}
