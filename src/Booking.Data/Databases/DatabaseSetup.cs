using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Booking.Data;

/// <summary>Puts the chosen database behind <see cref="BookingDbContext"/>, the same model on both.</summary>
public static class DatabaseSetup
{
    public const string ConnectionName = "Booking";

    private const int SqlServerRetries = 5;

    public static IServiceCollection AddBookingDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var database = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        var connection = configuration.GetConnectionString(ConnectionName)
            ?? throw new InvalidOperationException($"ConnectionStrings:{ConnectionName} is missing.");
        services.AddSingleton(database);
        services.AddSingleton<WriteGate>();
        services.AddSingleton<ClinicSetup>();
        services.AddSingleton<DiaryMemory>();
        services.AddSingleton<Transactions>();
        services.AddSingleton<Diary>();
        services.AddSingleton<DiaryScreen>();
        services.AddSingleton<DeskLooks>();
        services.AddSingleton<Desk>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<WaitingList>();
        services.AddSingleton<Shredder>();
        services.AddSingleton<Patients>();
        services.AddSingleton<People>();
        services.AddSingleton<Settings>();
        services.AddSingleton<Texts>();
        services.AddSingleton<FirstAdministrator>();
        services.AddSingleton<SignInLimit>();
        services.AddSingleton<DatabaseStart>();
        services.AddPooledDbContextFactory<BookingDbContext>(options => options.UseBooking(database.Provider, connection));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<BookingDbContext>>().CreateDbContext());
        return services;
    }

    public static DbContextOptionsBuilder UseBooking(
        this DbContextOptionsBuilder options, DatabaseProvider provider, string connection) =>
        options.ConfigureWarnings(LogLess).UseProvider(provider, connection);

    // Whoever catches a failure says what it was: the database's own words may quote the row. And what SQLite does outside
    // a transaction when it makes a table anew is to look away from foreign keys for as long as that takes.
    private static void LogLess(WarningsConfigurationBuilder events) => events.Ignore(
        CoreEventId.SaveChangesFailed,
        CoreEventId.QueryIterationFailed,
        RelationalEventId.NonTransactionalMigrationOperationWarning);

    private static DbContextOptionsBuilder UseProvider(
        this DbContextOptionsBuilder options, DatabaseProvider provider, string connection) => provider switch
        {
            // A list as one parameter: with one for each entry the statement would be put together anew each time.
            DatabaseProvider.Sqlite => options
                .UseSqlite(connection, sqlite => sqlite
                    .MigrationsAssembly("Booking.Migrations.Sqlite")
                    .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
                .AddInterceptors(SqliteConnectionSettings.Instance),
            DatabaseProvider.SqlServer => options.UseSqlServer(connection, server => server
                .MigrationsAssembly("Booking.Migrations.SqlServer")
                .EnableRetryOnFailure(SqlServerRetries)),
        };
}
