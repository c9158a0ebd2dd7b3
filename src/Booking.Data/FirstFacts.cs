using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>What every clinic of England and Wales begins with: the usual rules, the bank holidays, the safety questions.</summary>
internal static class FirstFacts
{
    private const string Signs = """
        You feel unsteady on your feet
        You walk in a different way, because your legs are weak or your feet cannot feel properly
        Pins and needles or numbness is getting worse
        You need to pee or poo more often, or in more of a hurry, or you cannot hold it in
        You find it hard to start to pee, or you cannot feel that your bladder is full
        You are numb, or it feels different, between your legs, around your genitals or your bottom
        You have lost feeling during sex, or sex no longer works as it did
        Both legs hurt, tingle or feel weak at the same time
        """;

    public static async Task AddAsync(BookingDbContext context, CancellationToken cancellation)
    {
        if (await context.Rules.AnyAsync(cancellation))
        {
            return;
        }

        context.Add(new BookingRules { Id = 1 });
        context.Add(new RedFlagWording { Version = 1, Signs = Signs });
        context.AddRange(BankHolidays.EnglandAndWales
            .Select(day => new Closure { FirstDay = day.Date, LastDay = day.Date, Reason = day.Name }));
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (e.IsDuplicateIn("BookingRules"))
        {
            // Another process that started at the same moment has added them.
        }
    }
}
