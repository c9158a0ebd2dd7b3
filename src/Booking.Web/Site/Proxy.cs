using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Booking.Web;

/// <summary>
/// What a proxy in front says of the visitor's address is believed only of the proxies that "Proxy:Addresses" names;
/// anybody else could say anything.
/// </summary>
public static class Proxy
{
    private const string Setting = "Proxy:Addresses";

    public static void AddProxy(this WebApplicationBuilder builder)
    {
        var proxies = builder.Configuration.GetSection(Setting).Get<string[]>() ?? [];
        if (Array.Find(proxies, proxy => !IPAddress.TryParse(proxy, out _)) is { } wrong)
        {
            throw new InvalidOperationException($"{Setting}: \"{wrong}\" is not the address of a proxy, like 10.0.0.1.");
        }

        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = proxies.Length == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in proxies)
            {
                forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });
    }
}
