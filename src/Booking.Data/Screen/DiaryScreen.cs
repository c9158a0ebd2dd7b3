using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>Reads the diary for the desk's screen: everything on some days, in four queries whatever the history.</summary>
public sealed class DiaryScreen(IDbContextFactory<BookingDbContext> contexts, ClinicSetup setup, TimeProvider clock)
{
    /// <summary>These days of everybody, or of one practitioner; null where there is no such practitioner.</summary>
    public async Task<DiaryPages?> ReadAsync(DiaryRange range, string? with, bool cancelled, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Database.OpenConnectionAsync(cancellation); // once for all four
        var (first, end) = (range.From, range.Until);
        var revisions = await Revisions.ReadAsync(context, range.From, range.Days, cancellation);
        var clinic = await setup.ReadAsync(context, revisions.SetUp, cancellation);
        var one = with is null ? null : clinic.Practitioner(with);
        if (with is not null && one is null)
        {
            return null;
        }

        var whom = one?.Id ?? 0;
        AppointmentStatus? without = cancelled ? null : AppointmentStatus.Cancelled;
        return new DiaryPages(
            clinic,
            DiaryNumber.Of(revisions, range),
            range,
            one,
            await GatherAsync(PageQueries.Visits(context, first, end, whom, without), cancellation),
            await PageQueries.Holds(context, first, end, whom, clock.UtcNow()).ToListAsync(cancellation),
            await PageQueries.Blocks(context, Midnight(first), Midnight(end), whom).ToListAsync(cancellation));
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
                visits[^1].Texts.Add(new MessageStanding(kind, channel, state, row.Why, row.Due, row.EmailGoesInstead));
            }
        }

        return visits;
    }
}
