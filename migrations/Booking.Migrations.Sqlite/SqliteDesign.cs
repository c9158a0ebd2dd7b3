using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Booking.Migrations.Sqlite;

/// <summary>The model as the migration tool sees it; no database is opened.</summary>
public sealed class SqliteDesign : IDesignTimeDbContextFactory<BookingDbContext>
{
    public BookingDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<BookingDbContext>();
        options.UseBooking(DatabaseProvider.Sqlite, "Data Source=design.db");
        return new BookingDbContext(options.Options);
    }
}
