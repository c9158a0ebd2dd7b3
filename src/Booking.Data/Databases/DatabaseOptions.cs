namespace Booking.Data;

/// <summary>Which database the clinic's memory lies in; section "Database".</summary>
public sealed class DatabaseOptions
{
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;
}

public enum DatabaseProvider
{
    Sqlite = 0,
    SqlServer = 1,
}
