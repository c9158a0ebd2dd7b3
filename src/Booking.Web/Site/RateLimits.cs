using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Booking.Web;

/// <summary>
/// How much one address may do before it waits: far more than a family behind one router or a waiting room on one network
/// needs, far less than a robot wants.
/// </summary>
public static class RateLimits
{
    public const string Booking = "booking";
    public const string Manage = "manage";
    public const string Enquiry = "enquiry";
    public const string SignIn = "sign-in";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static void AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.AddPolicy(Booking, context => OnPost(context, burst: 30, oneEach: 20 * Second));
        limiter.AddPolicy(Manage, context => ByAddress(context, burst: 60, oneEach: 5 * Second));
        limiter.AddPolicy(Enquiry, context => OnPost(context, burst: 10, oneEach: 60 * Second));
        limiter.AddPolicy(SignIn, context => OnPost(context, burst: 20, oneEach: 10 * Second, Device(context)));
    });

    // Whoever uses up the tries of the waiting room's network leaves the desk's own computers theirs.
    private static string? Device(HttpContext context) =>
        context.RequestServices.GetRequiredService<KnownDevice>().Of(context.Request) is { } device ? $"device {device}" : null;

    private static RateLimitPartition<string> OnPost(HttpContext context, int burst, TimeSpan oneEach, string? device = null) =>
        HttpMethods.IsPost(context.Request.Method)
            ? By(device ?? Household(context.Connection.RemoteIpAddress), burst, oneEach)
            : RateLimitPartition.GetNoLimiter("reading");

    private static RateLimitPartition<string> ByAddress(HttpContext context, int burst, TimeSpan oneEach) =>
        By(Household(context.Connection.RemoteIpAddress), burst, oneEach);

    private static RateLimitPartition<string> By(string whom, int burst, TimeSpan oneEach) =>
        RateLimitPartition.GetTokenBucketLimiter(whom, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = oneEach,
            AutoReplenishment = true,
        });

    // A household has 2^64 addresses of IPv6 at the least: the first half tells it.
    public static string Household(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
        {
            return address?.MapToIPv4().ToString() ?? "unknown";
        }

        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
    }
}
