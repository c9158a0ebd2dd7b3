using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

/// <summary>Writes down what the provider says became of a text, however late, often or disordered it comes.</summary>
public sealed partial class DeliveryNews(
    Transactions transactions, EmailsBeside emails, TextMeter meter, TimeProvider clock, ILogger<DeliveryNews> log)
{
    private const int TooManyFiltered = 3;

    /// <summary>The report came for the try with this ticket.</summary>
    public Task HearAsync(string ticket, DeliveryReport report) =>
        transactions.RecordAsync(context => HearAsync(context, ticket, report));

    private async Task<int> HearAsync(BookingDbContext context, string ticket, DeliveryReport report)
    {
        if (await context.Messages.SingleOrDefaultAsync(m => m.Ticket == ticket) is not { } message)
        {
            return 0;
        }

        await context.ChangeDatesAsync([DateOnly.FromDateTime(message.StartsAt)], CancellationToken.None);
        var revision = message.Revision;
        message.Hear(report, clock.UtcNow());
        if (message.Revision == revision)
        {
            return 0;
        }

        LogNews(log, message.Id, message.State, report.Code);
        meter.Heard(report.Result);
        await context.RememberAsync(message, clock.UtcNow());
        await emails.GoInsteadAsync(context, message);
        var saved = await context.SaveChangesAsync();
        if (message.Why == WhyNotSent.Filtered)
        {
            await AlarmIfFilteredAsync(context);
        }

        return saved;
    }

    private async Task AlarmIfFilteredAsync(BookingDbContext context)
    {
        var yesterday = clock.UtcNow().AddDays(-1);
        var filtered = await context.Messages.CountAsync(m => m.Why == WhyNotSent.Filtered && m.TriedAt > yesterday);
        if (filtered >= TooManyFiltered)
        {
            LogFiltered(log, filtered);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Text {Message} is {State} now, code {Code}")]
    private static partial void LogNews(ILogger logger, int message, MessageState state, int? code);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Carriers took {Count} of our texts for spam within a day: ask Twilio why")]
    private static partial void LogFiltered(ILogger logger, int count);
}
