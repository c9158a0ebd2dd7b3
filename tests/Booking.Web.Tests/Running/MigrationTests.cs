using Booking.Data;
using Microsoft.EntityFrameworkCore;
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
        var options = new DbContextOptionsBuilder<BookingDbContext>();
        options.UseBooking(provider, connection);
        using var context = new BookingDbContext(options.Options);

        Assert.NotEmpty(context.Database.GetMigrations());
        Assert.False(context.Database.HasPendingModelChanges(), "Run ./migrations/add NameOfMigration");
    }
}
