using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web.Tests;

/// <summary>The same nodes on a database from which the key of the claims has been taken: nothing keeps two people apart.</summary>
public sealed class NodesWithoutKey : ThreeNodes
{
    protected override async Task PrepareAsync(BookingDbContext context)
    {
        await base.PrepareAsync(context);
        await context.Database.ExecuteSqlRawAsync(TestDatabase.Provider switch
        {
            DatabaseProvider.Sqlite => """
                DROP TABLE "DiaryClaims";
                CREATE TABLE "DiaryClaims" ("Resource" INTEGER, "Tick" INTEGER, "Lane" INTEGER, "Owner" INTEGER, "Expires" TEXT);
                """,
            DatabaseProvider.SqlServer => """ALTER TABLE "DiaryClaims" DROP CONSTRAINT "PK_DiaryClaims";""",
        });
    }
}
