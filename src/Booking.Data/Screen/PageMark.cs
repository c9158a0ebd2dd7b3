using Microsoft.EntityFrameworkCore;

namespace Booking.Data;

/// <summary>
/// By what a change of some days is noticed, in one look: the numbers of the dates and of the set-up, and the sum of the texts'
/// own numbers. Each step of a text raises that sum, and a text comes or goes only with a change of its date.
/// </summary>
internal sealed record PageMark(long SetUp, string Number, long Texts)
{
    private static readonly Func<BookingDbContext, DateOnly, DateOnly, string?, IAsyncEnumerable<Row>> Rows = EF.CompileAsyncQuery(
        (BookingDbContext context, DateOnly first, DateOnly end, string? with) =>
            from rules in context.Rules
            from date in context.DiaryDates.Where(row => row.Date >= first && row.Date < end).DefaultIfEmpty()
            select new Row(
                rules.Revision,
                (DateOnly?)date.Date,
                (long?)date.Revision,
                context.Appointments
                    .Where(a => a.Date >= first && a.Date < end && (with == null || a.Practitioner.Slug == with))
                    .SelectMany(a => a.Messages)
                    .Sum(text => (long?)text.Revision)));

    public static async Task<PageMark> ReadAsync(BookingDbContext context, DiaryWish wish, CancellationToken cancellation)
    {
        var (setUp, texts) = (0L, 0L);
        var dates = new Dictionary<DateOnly, long>();
        await foreach (var row in Rows(context, wish.Range.From, wish.Range.Until, wish.With).WithCancellation(cancellation))
        {
            (setUp, texts) = (row.SetUp, row.Texts ?? 0);
            if (row is { Date: { } date, Revision: { } revision })
            {
                dates[date] = revision;
            }
        }

        return new PageMark(setUp, DiaryNumber.Of(new Revisions(setUp, dates), wish.Range), texts);
    }

    private sealed record Row(long SetUp, DateOnly? Date, long? Revision, long? Texts);
}
