using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web.Tests;

/// <summary>What a test writes past the pages is noticed as what another node has written is: its dates get another number.</summary>
internal static class PastThePages
{
    /// <summary>Each date on which something is written.</summary>
    public static async Task<IReadOnlyList<DateOnly>> WrittenDatesAsync(this BookingDbContext context) =>
    [
        .. await context.Appointments.Select(appointment => appointment.Date).Distinct().ToListAsync(),
        .. await context.Holds.Select(hold => hold.Date).Distinct().ToListAsync(),
        .. (await context.Blocks.AsNoTracking().ToListAsync()).SelectMany(Dates),
    ];

    /// <summary>Saves, and gives the dates on which something was changed another number.</summary>
    public static async Task SaveDiaryAsync(this BookingDbContext context)
    {
        var dates = context.ChangeTracker.Entries().Where(entry => entry.State != EntityState.Unchanged)
            .SelectMany(entry => entry.Entity switch
            {
                Appointment appointment => [appointment.Date],
                Hold hold => [hold.Date],
                Block block => Dates(block),
                _ => Enumerable.Empty<DateOnly>(),
            })
            .ToList();
        await context.SaveChangesAsync();
        await context.ChangeDatesAsync(dates, CancellationToken.None);
    }

    private static IEnumerable<DateOnly> Dates(Block block)
    {
        var first = DateOnly.FromDateTime(block.From);
        return Enumerable.Range(0, DateOnly.FromDateTime(block.Until).DayNumber - first.DayNumber + 1).Select(first.AddDays);
    }
}
