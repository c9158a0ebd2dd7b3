using Booking.Data;
using Microsoft.Extensions.Options;

namespace Booking.Web;

/// <summary>Says on the console, while the clinic has no administrator, how to set one up.</summary>
internal sealed partial class FirstRun(
    FirstAdministrator first, IOptions<ClinicOptions> clinic, IHostEnvironment environment, ILogger<FirstRun> log)
    : IHostedService
{
    private const string Page = "/staff/set-up";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await first.NewTokenAsync(cancellationToken) is not { } token)
        {
            return;
        }

        var page = new Uri(clinic.Value.PublicBaseUrl, Page);
        if (environment.IsDevelopment())
        {
            LogLink(log, new Uri(page, $"?token={token.Text}"));
        }
        else
        {
            LogToken(log, page, token.Text);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "No administrator yet. To set one up, open {Link}")]
    private static partial void LogLink(ILogger logger, Uri link);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No administrator yet. To set one up, open {Page} and give this token: {Token}")]
    private static partial void LogToken(ILogger logger, Uri page, string token);
}
