using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

// How much one telephone may be joined by, whoever types its number.
public sealed partial class WaitingList
{
    private static readonly Refusal TooManyPlaces = new("We cannot put more on the waiting list for that number. Please ring us.");

    // As with bookings: of places held now, or of all that were taken within a day; and of the links that went. The links are
    // counted first: of two who join by one telephone at once, on two nodes, one waits here for the other.
    private static async Task<Refusal?> WhyTooManyAsync(
        BookingDbContext context, Patient patient, WaitingEntry? entry, BookingRules rules, DateTime utcNow, CancellationToken cancellation)
    {
        var links = entry?.IsTold(utcNow) == true ? 0 : 1;
        if (!await TakeLinksAsync(context, patient.Telephone, links, utcNow, cancellation))
        {
            return TooManyPlaces;
        }

        var dayAgo = utcNow.AddDays(-1);
        var places = await context.WaitingEntries.CountAsync(
            e => e.Patient.Telephone == patient.Telephone && (e.EndedAt == null || e.JoinedAt > dayAgo), cancellation);
        return places >= rules.OpenBookingsPerTelephone ? TooManyPlaces : null;
    }

    // Whether there were any left. Who asks for none more is told as much as who asks for one.
    private static async Task<bool> TakeLinksAsync(
        BookingDbContext context, string telephone, int links, DateTime utcNow, CancellationToken cancellation)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes(telephone));
        var today = DateOnly.FromDateTime(ClinicTime.ToWall(utcNow));
        var days = context.TelephoneDays.Where(day => day.Key == key && day.Day == today);
        var taken = await days.Where(day => day.Links < Asking.MostLinksADay)
            .ExecuteUpdateAsync(row => row.SetProperty(day => day.Links, day => day.Links + links), cancellation);
        if (taken > 0 || await days.AnyAsync(cancellation))
        {
            return taken > 0;
        }

        context.Add(new TelephoneDay { Key = key, Day = today, Links = links });
        await context.SaveChangesAsync(cancellation);
        return true;
    }
}
