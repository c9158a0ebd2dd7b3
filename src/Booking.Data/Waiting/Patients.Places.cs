using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

// What becomes of the places on the waiting list when two records are made one, and two again.
public sealed partial class Patients
{
    private static async Task TakeAlongPlacesAsync(
        BookingDbContext context, PatientMerge merge, Signature by, CancellationToken cancellation)
    {
        var places = await PlacesAsync(
            context, context.WaitingEntries.Where(e => e.PatientId == merge.KeptId || e.PatientId == merge.AwayId), cancellation);
        var withdrawn = merge.TakeAlong(
            places.FindAll(e => e.PatientId == merge.KeptId), places.FindAll(e => e.PatientId == merge.AwayId), by);
        await context.SaveChangesAsync(cancellation);
        if (withdrawn is not null)
        {
            await context.LetGoUnlessAskedAsync(withdrawn, by.At, cancellation);
        }
    }

    private static async Task BringBackPlacesAsync(
        BookingDbContext context, PatientMerge merge, Signature by, CancellationToken cancellation)
    {
        var moved = merge.MovedPlaces ?? [];
        merge.BringBack(
            await PlacesAsync(
                context, context.WaitingEntries.Where(e => moved.Contains(e.Id) && e.PatientId == merge.KeptId), cancellation),
            by);
        await context.SaveChangesAsync(cancellation);
    }

    // Whoever says yes to an offer at the same moment goes before or after.
    private static async Task<List<WaitingEntry>> PlacesAsync(
        BookingDbContext context, IQueryable<WaitingEntry> places, CancellationToken cancellation)
    {
        await context.TakeTurnsAsync(await places.Select(e => e.Id).ToListAsync(cancellation), cancellation);
        return await places.AsSplitQuery().Include(e => e.Links).Include(e => e.Offers).ThenInclude(o => o.Message)
            .OrderBy(e => e.Id).ToListAsync(cancellation);
    }
}
