using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Booking.Web;

/// <summary>The seal by which a report is known to come from Twilio.</summary>
public static class TwilioSignature
{
    /// <summary>Whether one of our tokens made this seal.</summary>
    /// <param name="url">The address as Twilio called it: from our own settings, never from the Host header.</param>
    /// <param name="form">All that was posted.</param>
    /// <param name="signature">The seal that came with it.</param>
    /// <param name="tokens">The account's token, and the next one while it is being changed.</param>
    public static bool IsRight(
        Uri url, IEnumerable<KeyValuePair<string, StringValues>> form, string signature, params IEnumerable<string?> tokens)
    {
        var fields = form.ToList();

        // A name that comes twice would be read in one way here and in another elsewhere.
        if (fields.Exists(field => field.Value.Count != 1))
        {
            return false;
        }

        var given = Encoding.UTF8.GetBytes(signature);
        return tokens.Where(token => !string.IsNullOrEmpty(token)).Aggregate(
            false,
            (right, token) => CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(Make(url, fields.Select(field => KeyValuePair.Create(field.Key, (string?)field.Value)), token!)),
                given) || right);
    }

    /// <summary>The seal that a token makes.</summary>
    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "Twilio's choice; HMAC-SHA1 is not broken.")]
    public static string Make(Uri url, IEnumerable<KeyValuePair<string, string?>> form, string token)
    {
        var signed = new StringBuilder(url.AbsoluteUri);
        foreach (var (name, value) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            signed.Append(name).Append(value);
        }

        return Convert.ToBase64String(
            HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(signed.ToString())));
    }
}
