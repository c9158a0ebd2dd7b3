using Booking.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace Booking.Web.Tests;

/// <summary>The whole clinic in this process: real pages, a real database of its own, and a clock to wind.</summary>
/// <remarks>A class fixture, or derived from where a test class needs the clinic to be otherwise.</remarks>
public class RunningClinic : WebApplicationFactory<Program>
{
    private readonly Lazy<Uri> _address;

    public RunningClinic()
    {
        UseKestrel(0);
        _address = new(() =>
        {
            StartServer();
            return ClientOptions.BaseAddress;
        });
    }

    public TestDatabase Database { get; } = new();

    /// <summary>A Monday in winter, before the clinic opens.</summary>
    public FakeTimeProvider Clock { get; } = InLondon(new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero));

    /// <summary>Where it answers: a real port of this machine.</summary>
    public Uri Address => _address.Value;

    /// <summary>A person at a browser of their own, in a household of their own.</summary>
    public Visitor Visit() => new(Household.Browser(Address));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(Checkout.At("src", "Booking.Web"));
        foreach (var (name, value) in Database.Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            Database.Dispose();
        }
    }

    private static FakeTimeProvider InLondon(DateTimeOffset moment)
    {
        var clock = new FakeTimeProvider(moment);
        clock.SetLocalTimeZone(ClinicTime.London);
        return clock;
    }
}
