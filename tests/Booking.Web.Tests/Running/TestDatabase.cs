using Booking.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web.Tests;

/// <summary>An empty database of one test class's own, on the kind of store that this run of the suite is about.</summary>
public sealed class TestDatabase : IDisposable
{
    /// <summary>Names the kind of store in the environment; without it, SQLite.</summary>
    public const string ProviderVariable = "BOOKING_TEST_PROVIDER";

    private readonly string _name = $"booking-test-{Guid.NewGuid():N}";

    public TestDatabase() => ConnectionString = OnSqlServer ? OnTheServer() : InAFile();

    public static DatabaseProvider Provider { get; } =
        Enum.Parse<DatabaseProvider>(Environment.GetEnvironmentVariable(ProviderVariable) ?? nameof(DatabaseProvider.Sqlite));

    public string ConnectionString { get; }

    /// <summary>What the site must be told to use this database.</summary>
    public (string Name, string Value)[] Settings =>
    [
        ("Database:Provider", Provider.ToString()),
        ("ConnectionStrings:Booking", ConnectionString),
    ];

    private static bool OnSqlServer => Provider == DatabaseProvider.SqlServer;

    private string Folder => Path.Combine(Path.GetTempPath(), _name);

    /// <summary>Looks into the database past the site, as a checker does.</summary>
    public BookingDbContext Open() => Context(Provider, ConnectionString);

    public void Dispose()
    {
        if (OnSqlServer)
        {
            using var context = Open();
            context.Database.EnsureDeleted();
            return;
        }

        SqliteConnection.ClearAllPools();
        if (Directory.Exists(Folder)) // WebApplicationFactory disposes twice
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private string InAFile()
    {
        Directory.CreateDirectory(Folder);
        return new SqliteConnectionStringBuilder { DataSource = Path.Combine(Folder, "booking.db") }.ConnectionString;
    }

    // Migrating a SQL Server is a step of the deployment: the site itself does not.
    private string OnTheServer()
    {
        var connection = new SqlConnectionStringBuilder(SqlServer.ConnectionString) { InitialCatalog = _name }.ConnectionString;
        using var context = Context(DatabaseProvider.SqlServer, connection);
        context.Database.Migrate();
        return connection;
    }

    private static BookingDbContext Context(DatabaseProvider provider, string connection)
    {
        var options = new DbContextOptionsBuilder<BookingDbContext>();
        options.UseBooking(provider, connection);
        return new BookingDbContext(options.Options);
    }
}
