using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Booking.Web;

/// <summary>A sealed note in a form of when it was shown and which copy it is: programs fill in forms too fast, or old ones.</summary>
public sealed class FormStamp(IDataProtectionProvider protection, TimeProvider clock)
{
    private const int IdBytes = Enquiry.FormIdBytes;
    private static readonly TimeSpan Fastest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Oldest = TimeSpan.FromHours(24);

    private readonly IDataProtector _protector = protection.CreateProtector("Form stamp");

    public string New()
    {
        var note = new byte[IdBytes + sizeof(long)];
        RandomNumberGenerator.Fill(note.AsSpan(0, IdBytes));
        BinaryPrimitives.WriteInt64BigEndian(note.AsSpan(IdBytes), clock.UtcNow().Ticks);
        return WebEncoders.Base64UrlEncode(_protector.Protect(note));
    }

    /// <summary>Which copy of the form this is, if we showed it ourselves, long enough ago and not too long.</summary>
    public byte[]? Read(string? stamp) => Open(stamp) is { } note && IsTimely(note) ? note[..IdBytes] : null;

    /// <summary>Whether the stamp will do in a few seconds, so that it can stay in the form.</summary>
    public bool IsMerelyYoung(string? stamp) => Open(stamp) is { } note && Age(note) < Fastest;

    private byte[]? Open(string? stamp)
    {
        try
        {
            return _protector.Unprotect(WebEncoders.Base64UrlDecode(stamp ?? ""));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private bool IsTimely(byte[] note) => Age(note) is var age && age >= Fastest && age <= Oldest;

    private TimeSpan Age(byte[] note) =>
        clock.UtcNow() - new DateTime(BinaryPrimitives.ReadInt64BigEndian(note.AsSpan(IdBytes)), DateTimeKind.Utc);
}
