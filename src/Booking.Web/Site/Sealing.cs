using Booking.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Booking.Web;

/// <summary>What this site gives a browser to keep is sealed with keys from the database, so that any node can open it.</summary>
public static class Sealing
{
    public static void AddSealing(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Booking").PersistKeysToDbContext<BookingDbContext>();
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
}
