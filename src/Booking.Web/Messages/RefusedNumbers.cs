using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>Remembers what the network says about a telephone.</summary>
internal static class RefusedNumbers
{
    public static async Task<WhyNotSent?> WhyRefusedAsync(this BookingDbContext context, string telephone) =>
        await context.RefusedNumbers.Where(number => number.Telephone == telephone)
            .Select(number => (WhyNotSent?)number.Why)
            .SingleOrDefaultAsync();

    /// <summary>If what became of this message says something about its number, the next save keeps it.</summary>
    public static async Task RememberAsync(this BookingDbContext context, Message message, DateTime now)
    {
        if (RefusedNumber.Tells(message.Why) && await context.WhyRefusedAsync(message.To!) is null)
        {
            if (message.Why == WhyNotSent.OptedOut)
            {
                await context.ChangeDatesOfAsync(message.To!, DateOnly.FromDateTime(ClinicTime.ToWall(now)), CancellationToken.None);
            }

            context.Add(new RefusedNumber { Telephone = message.To!, Why = message.Why!.Value, Since = now });
        }
    }
}
