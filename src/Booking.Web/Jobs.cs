using Booking.Data;
using Hangfire;
using Hangfire.Dashboard;
using Hangfire.InMemory;
using Hangfire.SqlServer;
using Microsoft.AspNetCore.Authorization;

namespace Booking.Web;

/// <summary>Every job of the house, and when it runs. Hangfire is the alarm clock; what there is to do stands in our own tables.</summary>
public static class Jobs
{
    private const int Workers = 2;
    private const string Dashboard = "/staff/jobs";

    /// <summary>Longer than an answer of the provider may take: a text on its way is recorded before the process ends.</summary>
    private static readonly TimeSpan ToFinish = TimeSpan.FromSeconds(75);

    public static void AddJobs(this WebApplicationBuilder builder)
    {
        builder.Services.AddSecurityHeaderPolicies().AddPolicy(Dashboard, SecurityHeaders.For(builder.Environment, withFonts: true));
        builder.Services.AddSingleton<Nudge>();
        builder.Services.AddSingleton<WaitingRound>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ToFinish + TimeSpan.FromSeconds(5));
        builder.Services.AddHangfire((services, hangfire) =>
        {
            hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            hangfire.UseLogProvider(new JobLog(services.GetRequiredService<ILoggerFactory>()));
            hangfire.UseDashboardJavaScript(typeof(Jobs).Assembly, "jobs.js");
            UseStorage(hangfire, services.GetRequiredService<DatabaseOptions>().Provider, builder.Configuration);
        });
        if (Run(builder.Configuration))
        {
            builder.Services.AddHostedService(services => services.GetRequiredService<Nudge>());
            builder.Services.AddHangfireServer(server => (server.WorkerCount, server.ShutdownTimeout) = (Workers, ToFinish));
        }
    }

    /// <summary>Winds the alarm clock, and looks at once through what came due while nobody was there.</summary>
    public static void ScheduleJobs(this WebApplication app)
    {
        if (Run(app.Configuration))
        {
            var alarms = app.Services.GetRequiredService<IRecurringJobManager>();
            alarms.AddOrUpdate<MessageSweep>("texts", sweep => sweep.RunAsync(CancellationToken.None), Cron.Minutely());
            alarms.AddOrUpdate<WaitingRound>("waiting-list", round => round.RunAsync(CancellationToken.None), Cron.Minutely());
            alarms.AddOrUpdate<Diary>("holds", diary => diary.ForgetHoldsAsync(CancellationToken.None), Cron.Hourly());
            alarms.AddOrUpdate<Shredder>("retention", shredder => shredder.RunAsync(CancellationToken.None), Cron.Daily());
            alarms.AddOrUpdate<MorningSheet>("day-sheet", morning => morning.RunAsync(CancellationToken.None), Cron.Minutely());
            app.Services.GetRequiredService<Nudge>().SendSoon();
        }
    }

    /// <summary>
    /// Shows administrators what ran and when. Nothing is done from there: what there is to do is done on the pages of its own. That
    /// somebody comes from this machine proves nothing, because behind a proxy everybody does.
    /// </summary>
    public static void MapJobs(this WebApplication app) => app
        .MapHangfireDashboard(Dashboard, new DashboardOptions
        {
            Authorization = [],
            AsyncAuthorization = [new ForAdministrators()],
            IsReadOnlyFunc = _ => true,
            AppPath = "/staff",
            DashboardTitle = "Jobs",
            DisplayStorageConnectionString = false,
        })
        .RequireAuthorization(StaffPolicy.Administrator)
        .WithSecurityHeadersPolicy(Dashboard);

    /// <summary>"Jobs:Run" is false on a node that only serves pages.</summary>
    private static bool Run(IConfiguration configuration) => configuration.GetValue("Jobs:Run", defaultValue: true);

    private static void UseStorage(IGlobalConfiguration hangfire, DatabaseProvider provider, IConfiguration configuration)
    {
        switch (provider)
        {
            case DatabaseProvider.Sqlite:
                hangfire.UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(1) });
                break;
            case DatabaseProvider.SqlServer:
                hangfire.UseSqlServerStorage(configuration.GetConnectionString(DatabaseSetup.ConnectionName), new SqlServerStorageOptions
                {
                    SlidingInvisibilityTimeout = TimeSpan.FromMinutes(5),
                    QueuePollInterval = TimeSpan.Zero,
                    DisableGlobalLocks = true,
                });
                break;
        }
    }

    // The policy at the door says the same; this holds wherever else the dashboard may be put.
    private sealed class ForAdministrators : IDashboardAsyncAuthorizationFilter
    {
        public async Task<bool> AuthorizeAsync(DashboardContext context)
        {
            var visit = context.GetHttpContext();
            var authorization = visit.RequestServices.GetRequiredService<IAuthorizationService>();
            return (await authorization.AuthorizeAsync(visit.User, StaffPolicy.Administrator)).Succeeded;
        }
    }
}
