using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

public sealed partial class Diary
{
    /// <summary>The blocks that are still to come or are not over, soonest first, no more than so many.</summary>
    public async Task<IReadOnlyList<Block>> BlocksToComeAsync(int most, CancellationToken cancellation)
    {
        var now = clock.Now();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Blocks.AsNoTracking()
            .Where(block => block.RemovedAt == null && block.Until > now)
            .OrderBy(block => block.From).ThenBy(block => block.Id)
            .Take(most)
            .ToListAsync(cancellation);
    }

    /// <summary>The last date on which this practitioner has an appointment still to come; null where there is none.</summary>
    public async Task<DateOnly?> LastDayOfAsync(Practitioner practitioner, CancellationToken cancellation)
    {
        var today = clock.Today();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Appointments
            .Where(a => a.Date >= today && a.PractitionerId == practitioner.Id && a.Status != AppointmentStatus.Cancelled)
            .MaxAsync(a => (DateOnly?)a.Date, cancellation);
    }
}
