using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>Remembers what the network says about a telephone: it is true of everybody who shares it.</summary>
internal static class RefusedNumbers
{
    public static async Task RememberAsync(this BookingDbContext context, Message message)
    {
        if (message.Why is WhyNotSent.OptedOut or WhyNotSent.NumberRefused or WhyNotSent.CountryNotEnabled or WhyNotSent.Landline)
        {
            await context.Patients.Where(patient => patient.Telephone == message.To)
                .ExecuteUpdateAsync(patient => patient.SetProperty(p => p.TextsRefused, message.Why));
        }
    }
}
