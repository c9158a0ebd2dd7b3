using System.Security.Cryptography;

namespace Booking.Web;

/// <summary>The browser that books, known by a random number in a cookie: it holds one time at a time.</summary>
public sealed class Visitor(SiteCookies cookies)
{
    private const string Cookie = "visitor";

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <summary>The hash of its number, or null if it has none yet.</summary>
    public byte[]? Of(HttpRequest request) =>
        Reference.TryParse(request.Cookies[cookies.Name(Cookie)], out var number) ? number.Hash : null;

    /// <summary>The hash of its number, which it is given if it has none.</summary>
    public byte[] Greet(HttpContext context)
    {
        if (Of(context.Request) is { } known)
        {
            return known;
        }

        var number = Reference.From(RandomNumberGenerator.GetBytes(Reference.Bytes));
        context.Response.Cookies.Append(cookies.Name(Cookie), number.Text, cookies.Lasting(Remembered));
        return number.Hash;
    }
}
