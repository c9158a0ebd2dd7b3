using Microsoft.Extensions.Options;

namespace Booking.Web;

/// <summary>How this site's cookies are made: bound to the host wherever the public address is https.</summary>
public sealed class SiteCookies(IOptions<ClinicOptions> clinic)
{
    private bool IsSecure => clinic.Value.PublicBaseUrl.Scheme == Uri.UriSchemeHttps;

    public CookieSecurePolicy Policy => IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    public string Name(string name) => IsSecure ? $"__Host-{name}" : name;

    public CookieOptions Lasting(TimeSpan time) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = time,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = IsSecure,
    };
}
