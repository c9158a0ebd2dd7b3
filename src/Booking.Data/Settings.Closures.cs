using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>Days on which the clinic is shut, and the appointments that stand on them all the same.</summary>
public sealed record ShutDays(Closure Closure, IReadOnlyList<(DateOnly Date, int Appointments)> Booked)
{
    public int Appointments => Booked.Sum(day => day.Appointments);
}

public sealed partial class Settings
{
    private const string ClosedDays = "Closed days";
    private const string None = "none";

    private static readonly Refusal BeginsAlready = new("Closed days that begin on that day are on the list already.");

    /// <summary>All of them in the order in which they come, with what is still to come on them.</summary>
    public async Task<IReadOnlyList<ShutDays>> ClosuresAsync(CancellationToken cancellation)
    {
        var today = clock.Today();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var closures = await context.Closures.AsNoTracking()
            .OrderBy(closure => closure.FirstDay)
            .ToListAsync(cancellation);
        var booked = await BookedAsync(
            context.Appointments.Where(a => a.Date >= today
                && context.Closures.Any(closure => closure.FirstDay <= a.Date && a.Date <= closure.LastDay)),
            cancellation);
        return closures.ConvertAll(closure => new ShutDays(closure, booked.FindAll(day => closure.Covers(day.Date))));
    }

    private static async Task<List<(DateOnly Date, int Appointments)>> BookedAsync(
        IQueryable<Appointment> which, CancellationToken cancellation)
    {
        var booked = await which.Where(a => a.Status != AppointmentStatus.Cancelled)
            .GroupBy(a => a.Date)
            .Select(day => new { Date = day.Key, Count = day.Count() })
            .OrderBy(day => day.Date)
            .ToListAsync(cancellation);
        return booked.ConvertAll(day => (day.Date, day.Count));
    }

    /// <summary>Shuts the clinic on these days; or says why not.</summary>
    /// <param name="allTheSame">Whether what is booked on them may stay: otherwise nothing is changed where something is.</param>
    /// <returns>What is in the way, if that is why.</returns>
    public async Task<(Refusal? Refusal, ShutDays? InTheWay)> CloseAsync(
        Closure closure, bool allTheSame, string who, CancellationToken cancellation)
    {
        try
        {
            var booked = await transactions.RunAsync(
                async context =>
                {
                    // Whoever books one of these days goes before, and is counted, or after, and finds it closed.
                    await context.ChangeDatesAsync(closure.Dates, cancellation);
                    context.Add(new Closure { FirstDay = closure.FirstDay, LastDay = closure.LastDay, Reason = closure.Reason });
                    Note(context, who, ClosedDays, None, Words(closure));
                    await context.SaveChangesAsync(cancellation);
                    return await BookedAsync(
                        context.Appointments.Where(a => a.Date >= closure.FirstDay && a.Date <= closure.LastDay), cancellation);
                },
                keep: booked => allTheSame || booked.Count == 0,
                cancellation);
            return (null, allTheSame || booked.Count == 0 ? null : new ShutDays(closure, booked));
        }
        catch (DbUpdateException e) when (e.IsDuplicateIn(nameof(BookingDbContext.Closures)))
        {
            return (BeginsAlready, null);
        }
    }

    /// <summary>Opens the clinic on these days again; what is free on them is put to those who wait.</summary>
    public async Task OpenAsync(int id, string who, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.Closures.SingleOrDefaultAsync(closure => closure.Id == id, cancellation) is not { } closure)
        {
            return;
        }

        context.Remove(closure);
        context.AddRange(closure.Dates.Where(date => date >= clock.Today()).Select(date => FreedDay.Of(date, new(who, clock.UtcNow()))));
        Note(context, who, ClosedDays, Words(closure), None);
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else has done so at the same moment.
        }
    }

    private static string Words(Closure closure) => $"{closure.Days}: {closure.Reason}";
}
