using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

// What becomes of the places on the waiting list when two records are made one, and two again.
public sealed partial class Patients
{
    private static async Task TakeAlongPlacesAsync(
        BookingDbContext context, PatientMerge merge, Signature by, CancellationToken cancellation)
    {
        var places = await context.WaitingEntries.Where(e => e.PatientId == merge.KeptId || e.PatientId == merge.AwayId)
            .OrderBy(e => e.Id).ToListAsync(cancellation);
        merge.TakeAlong(places.Where(e => e.PatientId == merge.KeptId), places.FindAll(e => e.PatientId == merge.AwayId), by);
        await context.SaveChangesAsync(cancellation);
    }

    private static async Task BringBackPlacesAsync(
        BookingDbContext context, PatientMerge merge, Signature by, CancellationToken cancellation)
    {
        var moved = merge.MovedPlaces ?? [];
        var places = await context.WaitingEntries.Where(e => moved.Contains(e.Id) && e.PatientId == merge.KeptId).ToListAsync(cancellation);
        places.ForEach(entry => entry.GoTo(merge.AwayId, by));
        await context.SaveChangesAsync(cancellation);
    }
}
