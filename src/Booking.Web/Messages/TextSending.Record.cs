using Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Booking.Web;

// What became of a text that was handed over: written down even where a report on it was quicker.
public sealed partial class TextSending
{
    private async Task RecordAsync(int id, string ticket, TextAnswer answer)
    {
        LogAnswer(log, id, answer.Handover, answer.Code);
        await transactions.RecordAsync(context => RecordAsync(context, id, ticket, answer));
    }

    private async Task<int> RecordAsync(BookingDbContext context, int id, string ticket, TextAnswer answer)
    {
        var message = await context.Messages.SingleAsync(m => m.Id == id);
        if (message.Ticket == ticket)
        {
            Record(message, answer, clock.UtcNow());
            await context.RememberAsync(message, clock.UtcNow());
            await emails.GoInsteadAsync(context, message);
        }

        var saved = await context.SaveChangesAsync();
        if (!answer.MayHaveGone)
        {
            await SendingDesk.GiveTurnBackAsync(context);
        }

        return saved;
    }

    private static void Record(Message message, TextAnswer answer, DateTime now)
    {
        switch (answer.Handover)
        {
            case Handover.Accepted:
                message.Accepted(answer.Sid!, now);
                break;
            case Handover.TryAgain:
                message.PutBack(now + Pauses.After(message.Tries));
                break;
            case Handover.Lost:
                message.LoseSight(now);
                break;
            case Handover.NotSetUp:
                message.PutBack(now);
                break;
            case Handover.Refused:
                message.Refused(answer.Why!.Value, answer.Code, now);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Text {Message}: {Answer}, code {Code}")]
    private static partial void LogAnswer(ILogger logger, int message, Handover answer, int? code);
}
