using Booking.Benchmarks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(EmptyPage))]

namespace Booking.Benchmarks;

/// <summary>Puts an empty Razor page beside the site's own: it shows what the machine can do at the most.</summary>
internal sealed class EmptyPage : IHostingStartup
{
    public const string Path = "/bench/empty";

    public void Configure(IWebHostBuilder builder) =>
        builder.ConfigureServices(services => services.AddRazorPages().AddApplicationPart(typeof(EmptyPage).Assembly));
}
