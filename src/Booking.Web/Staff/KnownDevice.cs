using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Booking.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Booking.Web;

/// <summary>
/// Remembers in a sealed cookie which members of staff have signed in on a device. Wrong passwords are counted apart for
/// a known device, so strangers who use up their own tries leave its owner's alone.
/// </summary>
public sealed class KnownDevice(SiteCookies cookies, IDataProtectionProvider protection)
{
    private const string Cookie = "device";
    private const int MostMembers = 20;

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    private readonly IDataProtector _seal = protection.CreateProtector("Booking.KnownDevice");

    /// <summary>Under which wrong tries of this address are counted: by the device if its owner is known on it, else by where it is.</summary>
    public byte[] Place(HttpContext context, string email, StaffMember? member)
    {
        var (device, members) = Read(context.Request);
        var place = member is not null && members.Contains(member.Id)
            ? $"device {device}"
            : $"address {RateLimits.Household(context.Connection.RemoteIpAddress)}";
        return SHA256.HashData(Encoding.UTF8.GetBytes($"{place}\n{StaffMember.Normalized(email)}"));
    }

    public void Remember(HttpContext context, StaffMember member)
    {
        var (device, members) = Read(context.Request);
        var known = members.Where(id => id != member.Id).Prepend(member.Id).Take(MostMembers);
        var value = $"{device}:{string.Join(',', known.Select(id => id.ToString(CultureInfo.InvariantCulture)))}";
        context.Response.Cookies.Append(cookies.Name(Cookie), _seal.Protect(value), cookies.Lasting(Remembered));
    }

    /// <summary>By what a device is told from others on which somebody of the staff has signed in; null for any other.</summary>
    public string? Of(HttpRequest request) => Read(request) is { Members.Length: > 0 } known ? known.Device : null;

    private (string Device, int[] Members) Read(HttpRequest request)
    {
        if (request.Cookies[cookies.Name(Cookie)] is { } value)
        {
            try
            {
                var parts = _seal.Unprotect(value).Split(':');
                return (parts[0], [.. parts[1].Split(',').Select(id => int.Parse(id, CultureInfo.InvariantCulture))]);
            }
            catch (CryptographicException)
            {
                // Not of our making, or older than our keys: a new device.
            }
        }

        return (Reference.From(RandomNumberGenerator.GetBytes(Reference.Bytes)).Text, []);
    }
}
