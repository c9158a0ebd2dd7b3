using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Options;

namespace Booking.Web;

/// <summary>
/// Which names the site answers to outside Development: that of its public address, and this machine's own for whoever looks
/// after it. "AllowedHosts" in the settings takes their place.
/// </summary>
public static class HostNames
{
    private static readonly string[] ThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    public static void AddHostNames(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment() && builder.Configuration["AllowedHosts"] is null)
        {
            builder.Services.AddOptions<HostFilteringOptions>().Configure<IOptions<ClinicOptions>>((filtering, clinic) =>
                filtering.AllowedHosts = [clinic.Value.PublicBaseUrl.Host, .. ThisMachine]);
        }
    }
}
