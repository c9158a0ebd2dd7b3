using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>What every clinic of England and Wales begins with: the usual rules, the bank holidays, the safety questions.</summary>
internal static class FirstFacts
{
    /// <summary>What an earlier version kept with the rules: how many hours before everybody was reminded, once.</summary>
    public const string OneReminder = "ReminderHours";

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
            await TakeOverReminderAsync(context, cancellation);
            return;
        }

        context.Add(new BookingRules { Id = 1, Reminders = { new() { HoursBefore = ReminderLead.UsualHours } } });
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

    // It becomes the first of any number. Whoever sets it to nothing, among several that start at once, is the one who adds it.
    private static async Task TakeOverReminderAsync(BookingDbContext context, CancellationToken cancellation)
    {
        var rules = await context.Rules.SingleAsync(cancellation);
        var hours = context.Entry(rules).Property<int>(OneReminder).CurrentValue;
        if (hours == 0)
        {
            return;
        }

        await context.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                await using var transaction = await context.Database.BeginTransactionAsync(token);
                if (await context.Rules.Where(row => EF.Property<int>(row, OneReminder) != 0)
                    .ExecuteUpdateAsync(row => row.SetProperty(r => EF.Property<int>(r, OneReminder), 0), token) == 1)
                {
                    context.Add(new ReminderLead { RulesId = rules.Id, HoursBefore = hours });
                    await context.SaveChangesAsync(token);
                }

                await transaction.CommitAsync(token);
            },
            cancellation);
    }
}
