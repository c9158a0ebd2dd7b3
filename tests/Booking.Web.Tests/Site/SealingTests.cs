using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The keys that seal cookies lie in the database, and whoever has a copy of it alone cannot use them.</summary>
public sealed class SealingTests
{
    private const string Password = "only for this test";

    [Fact]
    public async Task With_a_certificate_the_keys_in_the_database_cannot_be_read()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pfx");
        try
        {
            await File.WriteAllBytesAsync(file, Certificate());
            await using var clinic = new StaffedClinic { Settings = { ("Sealing:Certificate", file), ("Sealing:Password", Password) } };
            using var patient = clinic.Visit();
            await patient.OpenAsync("/contact"); // its form is sealed

            var keys = await clinic.RememberAsync(context => context.DataProtectionKeys.Select(key => key.Xml!).ToListAsync());
            Assert.NotEmpty(keys);
            Assert.All(keys, key => Assert.Contains("<encryptedSecret", key, StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_opened_stops_the_start_and_is_named()
    {
        await using var clinic = new StaffedClinic { Settings = { ("Sealing:Certificate", "/nowhere/keys.pfx") } };

        var trouble = Assert.Throws<InvalidOperationException>(() => clinic.Address);

        Assert.Contains("Sealing:Certificate", trouble.Message, StringComparison.Ordinal);
    }

    private static byte[] Certificate()
    {
        using var key = RSA.Create(2048);
        var wanted = new CertificateRequest("CN=Booking", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = wanted.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return made.Export(X509ContentType.Pfx, Password);
    }
}
