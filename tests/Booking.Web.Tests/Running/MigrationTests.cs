using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>What the clinic remembers and what its databases have room for are the same, on both kinds of database.</summary>
public sealed class MigrationTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=never opened")]
    [InlineData(DatabaseProvider.SqlServer, "Server=never opened")]
    public void The_migrations_lead_to_the_model(DatabaseProvider provider, string connection)
    {
        using var context = Context(provider, connection);

        Assert.NotEmpty(context.Database.GetMigrations());
        Assert.False(context.Database.HasPendingModelChanges(), "Run ./migrations/add NameOfMigration");
    }

    [Fact]
    public void The_migrations_can_be_written_out_for_whoever_looks_after_the_SQL_Server()
    {
        using var context = Context(DatabaseProvider.SqlServer, "Server=never opened");

        var script = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        Assert.Contains("CREATE TABLE [DiaryClaims]", script, StringComparison.Ordinal);
    }

    private static BookingDbContext Context(DatabaseProvider provider, string connection)
    {
        var options = new DbContextOptionsBuilder<BookingDbContext>();
        options.UseBooking(provider, connection);
        return new BookingDbContext(options.Options);
    }
}
