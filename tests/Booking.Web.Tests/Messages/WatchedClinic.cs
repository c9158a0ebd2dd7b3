using Booking.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Booking.Web.Tests;

/// <summary>A clinic that texts, of which every query and every line of the log is seen.</summary>
public sealed class WatchedClinic : TextingClinic
{
    internal WatchedQueries Queries { get; } = new();

    public ClinicLog Log { get; } = new();

    /// <summary>How often the log has cried for somebody.</summary>
    public int Alarms => Log.Text.Split('\n').Count(line => line.StartsWith("Critical", StringComparison.Ordinal));

    public async Task<SendingStatus> StatusAsync()
    {
        await using var context = Database.Open();
        return await context.SendingStatus.AsNoTracking().SingleAsync();
    }

    /// <summary>Books this many patients of their own for Wednesday and returns the appointments.</summary>
    public async Task<int[]> BookManyAsync(int count)
    {
        _ = Services;
        await using var context = Database.Open();
        var appointments = new List<Appointment>();
        for (var i = 0; i < count; i++)
        {
            appointments.Add(await AppointmentAsync(
                context, new(2026, 11, 25, 9, 15, 0), $"+4477009{i:00000}", $"Jo Bloggs {(char)('A' + (i % 26))}{i}", Clock.UtcNow()));
        }

        await context.SaveChangesAsync();
        return [.. appointments.Select(appointment => appointment.Id)];
    }

    /// <summary>Somebody has set the machine's clock back.</summary>
    public void WindBackTo(DateTime wall) => Clock.AdjustTime(new DateTimeOffset(ClinicTime.ToUtc(wall)));

    /// <summary>Settles how many texts may go within an hour.</summary>
    public async Task AllowAnHourAsync(int? texts)
    {
        _ = Services;
        await using var context = Database.Open();
        (await context.Rules.SingleAsync()).TextsAnHour = texts;
        await context.SaveChangesAsync();
    }

    public async Task<List<Message>> ConfirmationsAsync()
    {
        await using var context = Database.Open();
        return await context.Messages.AsNoTracking().Where(m => m.Kind == MessageKind.Confirmation).ToListAsync();
    }

    public async Task<string> ReadyAsync()
    {
        using var visitor = Visit();
        return await visitor.Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureLogging(logging => logging.Services.AddSingleton<ILoggerProvider>(Log));
        builder.ConfigureTestServices(services => services.ConfigureDbContext<BookingDbContext>(options => options.AddInterceptors(Queries)));
    }
}
