using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>What every clinic of England and Wales begins with: the usual rules, the bank holidays, the safety questions.</summary>
internal static class FirstFacts
{
    private const string Signs = """
        You feel unsteady on your feet
        You walk differently, because your legs have lost power or your feet have lost feeling
        You have pins and needles or numbness that is getting worse
        You pass urine or open your bowels more often, or need to rush to the toilet
        You find it hard to start passing urine, or cannot feel when your bladder is full
        You have lost control of your bladder or bowels
        You are numb, or have lost feeling, around your genitals, your back passage or between your legs
        You have lost sexual feeling or function
        You have pain, tingling or weakness in both legs at the same time
        """;

    public static async Task AddAsync(BookingDbContext context, CancellationToken cancellation)
    {
        if (await context.Rules.AnyAsync(cancellation))
        {
            return;
        }

        context.Add(new BookingRules { Id = 1 });
        context.Add(new RedFlagWording { Signs = Signs });
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
