using Booking.Tests;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>The clinic may keep its diary in SQL Server as well as in a file.</summary>
public sealed class OnSqlServer
{
    [Fact]
    [Trait(TheSuite.Repeats, TheSuite.Never)]
    public async Task Everything_holds_on_SQL_Server_too()
    {
        await using var server = await SqlServer.FindOrSkipAsync();

        await TheSuite.PassesAsync(
            [TheSuite.Never], (TestDatabase.ProviderVariable, "SqlServer"), (SqlServer.Variable, server.Found));
    }
}
