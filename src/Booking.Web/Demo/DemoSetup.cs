using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Booking.Web;

/// <summary>The demo's phone and clock. Outside Development they are neither registered nor reachable.</summary>
public static class DemoSetup
{
    public static void AddDemo(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            builder.Services.Configure<RazorPagesOptions>(pages =>
                pages.Conventions.AddFolderRouteModelConvention("/Demo", page => page.Selectors.Clear()));
            return;
        }

        builder.Services.AddSingleton<WoundClock>();
        builder.Services.AddSingleton<TimeProvider>(services => services.GetRequiredService<WoundClock>());
        builder.Services.AddSingleton<DemoPhone>();
        builder.Services.AddSingleton<EmailFolder>();

        // Twilio and the mail server, where they are set up, come first.
        builder.Services.TryAddSingleton<ISendTexts>(services => services.GetRequiredService<DemoPhone>());
        builder.Services.TryAddSingleton<ISendEmails>(services => services.GetRequiredService<EmailFolder>());
    }

    public static void MapDemo(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            app.MapGet("/demo/phone.css", () => Look(app, "phone.css", "text/css")).ExcludeFromDescription();
            app.MapGet("/demo/phone.js", () => Look(app, "phone.js", "text/javascript")).ExcludeFromDescription();
        }
    }

    private static IResult Look(WebApplication app, string file, string type) =>
        Results.File(Path.Combine(app.Environment.ContentRootPath, "Demo", file), type);
}
