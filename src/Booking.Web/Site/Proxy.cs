using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Booking.Web;

/// <summary>
/// What a proxy in front says of the visitor's address is believed only of the proxies that "Proxy:Addresses" names;
/// anybody else could say anything.
/// </summary>
public static partial class Proxy
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
            forwarded.ForwardLimit = null; // as many as are named, one behind the other
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in proxies)
            {
                forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });
    }

    /// <summary>
    /// Where the public address is https, everybody comes by https, whatever a proxy that ends it says or leaves out: no cookie
    /// of ours goes any other way.
    /// </summary>
    public static void UseProxy(this WebApplication app)
    {
        app.UseForwardedHeaders();
        var isSecure = app.Services.GetRequiredService<IOptions<ClinicOptions>>().Value.PublicBaseUrl.Scheme == Uri.UriSchemeHttps;
        var warned = 0;
        app.Use((context, next) =>
        {
            if (isSecure)
            {
                context.Request.Scheme = Uri.UriSchemeHttps;
            }

            if (ComesThroughAnother(context.Request.Headers) && Interlocked.Exchange(ref warned, 1) == 0)
            {
                LogAnother(app.Logger, Setting);
            }

            return next(context);
        });
    }

    // The middleware takes out what it believes, and keeps a note of it.
    private static bool ComesThroughAnother(IHeaderDictionary headers) =>
        headers.ContainsKey(ForwardedHeadersDefaults.XForwardedForHeaderName)
        && !headers.ContainsKey(ForwardedHeadersDefaults.XOriginalForHeaderName);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Requests come through a proxy that {Setting} does not name: all who come through it count as one visitor, and wait for each other")]
    private static partial void LogAnother(ILogger logger, string setting);
}
