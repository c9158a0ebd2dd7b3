using Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Booking.Migrations.SqlServer;

/// <summary>The model as the migration tool sees it; no database is opened.</summary>
public sealed class SqlServerDesign : IDesignTimeDbContextFactory<BookingDbContext>
{
    public BookingDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<BookingDbContext>();
        options.UseBooking(DatabaseProvider.SqlServer, "Server=.;Database=Booking;Integrated Security=true;TrustServerCertificate=true");
        return new BookingDbContext(options.Options);
    }
}
