using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Booking.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Booking.Web;

/// <summary>What this site gives a browser to keep is sealed with keys from the database, so that any node can open it.</summary>
public static class Sealing
{
    private const string Certificate = "Sealing:Certificate";

    public static void AddSealing(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var keys = services.AddDataProtection().SetApplicationName("Booking").PersistKeysToDbContext<BookingDbContext>();
        if (builder.Configuration[Certificate] is { Length: > 0 } file)
        {
            keys.ProtectKeysWithCertificate(Read(file, builder.Configuration["Sealing:Password"]));
        }

        services.AddOptions<AntiforgeryOptions>().Configure<IOptions<ClinicOptions>>((form, clinic) =>
        {
            var cookies = new SiteCookies(clinic);
            (form.Cookie.Name, form.Cookie.SecurePolicy, form.Cookie.Path) = (cookies.Name("form"), cookies.Policy, "/");
        });
        services.AddOptions<CookieTempDataProviderOptions>().Configure<IOptions<ClinicOptions>>((done, clinic) =>
        {
            var cookies = new SiteCookies(clinic);
            (done.Cookie.Name, done.Cookie.SecurePolicy, done.Cookie.Path) = (cookies.Name("done"), cookies.Policy, "/");
            done.Cookie.IsEssential = true;
        });
    }

    // With it, whoever has a copy of the database alone has none of the keys.
    private static X509Certificate2 Read(string file, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(file, password);
        }
        catch (Exception trouble) when (trouble is CryptographicException or IOException)
        {
            throw new InvalidOperationException($"{Certificate}: \"{file}\" is no certificate file (.pfx) that Sealing:Password opens.", trouble);
        }
    }
}
