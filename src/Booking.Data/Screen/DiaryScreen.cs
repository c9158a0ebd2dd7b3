using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>Reads the diary for the desk's screen: everything on some days, in four queries whatever the history, and in one
/// where nothing has changed since they were last read.</summary>
public sealed class DiaryScreen(IDbContextFactory<BookingDbContext> contexts, ClinicSetup setup, TimeProvider clock)
{
    private readonly PagesMemory _memory = new();

    /// <summary>These days as they are now; null where there is no such practitioner.</summary>
    public async Task<DiaryPages?> ReadAsync(DiaryWish wish, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Database.OpenConnectionAsync(cancellation); // once for all of them
        var mark = await PageMark.ReadAsync(context, wish, cancellation);
        return _memory.Find(wish, mark, clock.UtcNow()) ?? await ReadAsync(context, wish, mark, cancellation);
    }

    private async Task<DiaryPages?> ReadAsync(
        BookingDbContext context, DiaryWish wish, PageMark mark, CancellationToken cancellation)
    {
        var clinic = await setup.ReadAsync(context, mark.SetUp, cancellation);
        var one = wish.With is null ? null : clinic.Practitioner(wish.With);
        if (wish.With is not null && one is null)
        {
            return null;
        }

        var (first, end, whom) = (wish.Range.From, wish.Range.Until, one?.Id ?? 0);
        AppointmentStatus? without = wish.Cancelled ? null : AppointmentStatus.Cancelled;
        return _memory.Keep(wish, mark, new DiaryPages(
            clinic,
            mark.Number,
            wish.Range,
            one,
            await GatherAsync(PageQueries.Visits(context, first, end, whom, without), cancellation),
            await PageQueries.Holds(context, first, end, whom, clock.UtcNow()).ToListAsync(cancellation),
            await PageQueries.Blocks(context, Midnight(first), Midnight(end), whom).ToListAsync(cancellation)));
    }

    /// <summary>These appointments as they are now, wherever they stand.</summary>
    public async Task<IReadOnlyList<Visit>> ReadAsync(IReadOnlyList<int> ids, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Database.OpenConnectionAsync(cancellation);
        var pages = await context.Appointments.Where(a => ids.Contains(a.Id))
            .Select(a => new { a.Date, a.PractitionerId }).Distinct().ToListAsync(cancellation);
        var visits = new List<Visit>();
        foreach (var page in pages)
        {
            var whole = await GatherAsync(
                PageQueries.Visits(context, page.Date, page.Date.AddDays(1), page.PractitionerId, null), cancellation);
            visits.AddRange(whole.Where(visit => ids.Contains(visit.Id)));
        }

        return visits;
    }

    /// <summary>The number of each range, as it is now, in one query.</summary>
    public async Task<IReadOnlyDictionary<DiaryRange, string>> NumbersAsync(
        IReadOnlyCollection<DiaryRange> ranges, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var dates = ranges.SelectMany(range => range.Dates).Distinct().ToList();
        var revisions = await Revisions.ReadAsync(context, dates, cancellation);
        return ranges.ToDictionary(range => range, range => DiaryNumber.Of(revisions, range));
    }

    private static DateTime Midnight(DateOnly date) => date.ToDateTime(TimeOnly.MinValue);

    private static async Task<IReadOnlyList<Visit>> GatherAsync(
        IAsyncEnumerable<VisitAndText> rows, CancellationToken cancellation)
    {
        var visits = new List<Visit>();
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            if (visits is not [.., var last] || last.Id != row.Visit.Id)
            {
                visits.Add(row.Visit);
            }

            if (row is { Kind: { } kind, Channel: { } channel, State: { } state })
            {
                visits[^1].Texts.Add(new MessageStanding(
                    kind, channel, state, row.Why, row.Due, row.EmailGoesInstead, row.SeenTo, row.Answer));
            }
        }

        return visits;
    }
}
