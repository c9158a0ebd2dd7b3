using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>What is done before the first request: the database is made ready and, in Development, filled with a demo clinic.</summary>
public static class Starting
{
    public static async Task PrepareAsync(this WebApplication app)
    {
        await app.Services.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);
        if (app.Environment.IsDevelopment())
        {
            var contexts = app.Services.GetRequiredService<IDbContextFactory<BookingDbContext>>();
            await DemoClinic.SeedAsync(contexts, CancellationToken.None);
            if (app.Configuration.GetValue<bool>("Demo:Diary"))
            {
                await DemoDiary.SeedAsync(
                    contexts,
                    app.Services.GetRequiredService<Diary>(),
                    app.Services.GetRequiredService<TimeProvider>(),
                    CancellationToken.None);
            }
        }
    }
}
