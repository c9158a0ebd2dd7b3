namespace Booking.Web;

/// <summary>The address that goes to a newcomer, at the clinic's public address whatever the request said.</summary>
internal static class InvitationLinks
{
    public static Uri InvitationLink(this ClinicOptions clinic, Reference token) =>
        new(clinic.PublicBaseUrl, $"/staff/invitation/{token.Text}");
}
