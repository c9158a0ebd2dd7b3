using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>The numbers by which a change is noticed, the set-up's and those of some dates: one look brings them all.</summary>
internal sealed record Revisions(long SetUp, IReadOnlyDictionary<DateOnly, long> Dates)
{
    private static readonly Func<BookingDbContext, DateOnly, DateOnly, IAsyncEnumerable<Row>> Rows = EF.CompileAsyncQuery(
        (BookingDbContext context, DateOnly first, DateOnly end) =>
            from rules in context.Rules
            from date in context.DiaryDates.Where(row => row.Date >= first && row.Date < end).DefaultIfEmpty()
            select new Row(rules.Revision, (DateOnly?)date.Date, (long?)date.Revision));

    public static Task<Revisions> ReadAsync(
        BookingDbContext context, DateOnly from, int days, CancellationToken cancellation) =>
        GatherAsync(Rows(context, from, from.AddDays(days)), cancellation);

    /// <summary>The same for dates that lie apart.</summary>
    public static Task<Revisions> ReadAsync(
        BookingDbContext context, IReadOnlyList<DateOnly> dates, CancellationToken cancellation)
    {
        var rows =
            from rules in context.Rules
            from date in context.DiaryDates.Where(row => dates.Contains(row.Date)).DefaultIfEmpty()
            select new Row(rules.Revision, (DateOnly?)date.Date, (long?)date.Revision);
        return GatherAsync(rows.AsAsyncEnumerable(), cancellation);
    }

    private static async Task<Revisions> GatherAsync(IAsyncEnumerable<Row> rows, CancellationToken cancellation)
    {
        var setUp = 0L;
        var dates = new Dictionary<DateOnly, long>();
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            setUp = row.SetUp;
            if (row is { Date: { } date, Revision: { } revision })
            {
                dates[date] = revision;
            }
        }

        return new Revisions(setUp, dates);
    }

    /// <summary>Null for a date on which nothing has been written yet.</summary>
    public long? Of(DateOnly date) => Dates.TryGetValue(date, out var revision) ? revision : null;

    private sealed record Row(long SetUp, DateOnly? Date, long? Revision);
}
