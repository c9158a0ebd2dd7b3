using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.WebEncoders;

namespace Booking.Web;

/// <summary>What every page of the site stands on.</summary>
public static class SiteSetup
{
    public static void AddSite(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // It would set each request's path around every line of the log, and the path may be a patient's link.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Services.AddOptions<ClinicOptions>()
            .BindConfiguration(ClinicOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddOptions<Retention>()
            .BindConfiguration(Retention.Section)
            .Validate(retention => retention.IsSensible, "Retention: each is a number of years or months, 1 at least.")
            .ValidateOnStart();
        builder.Services.AddRazorPages(pages => AddConventions(pages.Conventions)).AddViewOptions(views => views.HtmlHelperOptions.ClientValidationEnabled = false);
        builder.Services.Configure<MvcOptions>(mvc => mvc.ModelMetadataDetailsProviders.Add(new FieldMessages()));
        // What is badly asked is the asker's mistake, in Development too: its words stand in no log.
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        builder.Services.AddRouting(routes => routes.LowercaseUrls = true);
        // Names in any alphabet, and the pound sign, go out as themselves; what HTML means by < > & " is still encoded.
        builder.Services.Configure<WebEncoderOptions>(encoder =>
            encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddSingleton<Writing>();
        builder.Services.AddSingleton<FormStamp>();
        // Anti-forgery tokens differ on each page, so compressing them under TLS gives nothing away.
        builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true);
    }

    // The error page answers in place of any other, whatever that was asked.
    private static void AddConventions(PageConventionCollection pages) => pages.AddFolderApplicationModelConvention("/", page =>
    {
        if (page.ViewEnginePath != ErrorPages.Page)
        {
            page.Filters.Add(new KnownActions());
        }
    });
}
