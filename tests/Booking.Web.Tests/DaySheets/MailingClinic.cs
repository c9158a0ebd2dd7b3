using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Booking.Web.Tests;

/// <summary>The clinic of the examples with a mail server of its own; its day sheet goes to the desk at 6:30am.</summary>
public sealed class MailingClinic : TestClinic
{
    public const string Desk = "desk@clinic.example";

    public SmtpServer Mail { get; } = new();

    public MorningSheet Morning => Services.GetRequiredService<MorningSheet>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await ChangeAsync(async context => (await context.Rules.SingleAsync()).DaySheetTo = Desk);
        await BookAsync(new(2026, 11, 24, 9, 15, 0), "Siobhán O'Brien");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Mail.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>What the whole minute's look does at this time of the clinic's clock.</summary>
    public Task LookAtAsync(string wall)
    {
        WindTo(wall);
        return Morning.RunAsync(CancellationToken.None);
    }

    public Task BookAsync(DateTime startsAt, string patient) => ChangeAsync(context =>
        TextingClinic.AppointmentAsync(context, startsAt, "+447700900123", patient, Clock.UtcNow()));

    public Task<DaySheetEmailState> StateAsync(DateOnly date) => LookAsync(context =>
        context.DaySheetEmails.Where(email => email.Date == date).Select(email => email.State).SingleOrDefaultAsync());

    /// <summary>What the health page says.</summary>
    public async Task<string> HealthAsync()
    {
        using var visitor = Visit();
        return await visitor.Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        foreach (var (name, value) in Mail.Settings)
        {
            builder.UseSetting(name, value);
        }
    }
}
