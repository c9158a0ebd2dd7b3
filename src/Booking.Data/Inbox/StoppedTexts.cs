using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>Who has asked for no more texts: a telephone, whoever of a family has it.</summary>
public static class StoppedTexts
{
    /// <summary>Whether somebody can be texted is seen on every page of the diary on which they stand. Comes first.</summary>
    public static async Task ChangeDatesOfAsync(
        this BookingDbContext context, string telephone, DateOnly today, CancellationToken cancellation)
    {
        var dates = await context.Appointments.Where(a => a.Patient.Telephone == telephone && a.Date >= today)
            .Select(a => a.Date).Distinct().ToListAsync(cancellation);
        await context.ChangeDatesAsync(dates, cancellation);
    }

    public static async Task StopTextsAsync(
        this BookingDbContext context, Telephone from, DateTime utcNow, CancellationToken cancellation)
    {
        var known = await context.RefusedNumbers.Where(number => number.Telephone == from.Text).ExecuteUpdateAsync(
            row => row.SetProperty(number => number.Why, WhyNotSent.OptedOut).SetProperty(number => number.Since, utcNow), cancellation);
        if (known == 0)
        {
            context.Add(new RefusedNumber { Telephone = from.Text, Why = WhyNotSent.OptedOut, Since = utcNow });
        }
    }

    // Any other reason why it takes none is not theirs to lift.
    public static Task StartTextsAsync(this BookingDbContext context, Telephone from, CancellationToken cancellation) =>
        context.RefusedNumbers.Where(number => number.Telephone == from.Text && number.Why == WhyNotSent.OptedOut)
            .ExecuteDeleteAsync(cancellation);
}
