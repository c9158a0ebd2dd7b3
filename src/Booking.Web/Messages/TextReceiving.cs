using Booking.Data;
using Microsoft.Extensions.Options;

namespace Booking.Web;

/// <summary>Takes in a text from a patient's phone, does what it asks for, and says what to answer.</summary>
public sealed partial class TextReceiving(
    Desk desk,
    Nudge nudge,
    IOptions<ClinicOptions> clinic,
    IOptions<TwilioOptions> twilio,
    ILogger<TextReceiving> log,
    ISendEmails? emails = null)
{
    /// <summary>Takes it in once, however often it is brought.</summary>
    /// <param name="sid">The provider's name for it.</param>
    /// <param name="from">Where it says that it comes from.</param>
    /// <param name="wish">What the provider itself has made of it and obeyed; null where it has not.</param>
    /// <returns>What to answer, the same again to one that is brought again because our answer was lost; null for nothing.</returns>
    public async Task<string?> ReceiveAsync(string sid, string from, string words, ReplyWish? wish, CancellationToken cancellation)
    {
        // A name or a short code is no patient, and our own number is ourselves.
        if (!from.StartsWith('+') || !Telephone.TryParse(from, out var telephone) || telephone.Text == twilio.Value.From)
        {
            LogIgnored(log);
            return null;
        }

        var reply = Reply.Read(words);
        var (received, isNew) = await desk.ReceiveAsync(
            new IncomingText(sid, telephone, words, wish is { } known && known != reply.Wish ? new Reply(known) : reply),
            new ReplyWording(clinic.Value.Name, clinic.Value.Telephone),
            emails is not null,
            cancellation);
        if (isNew)
        {
            LogReceived(log, received.Id, received.Outcome);
            nudge.SendSoon();
        }
        else
        {
            LogAgain(log);
        }

        return received.Answer;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A text that came from no telephone was ignored")]
    private static partial void LogIgnored(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "A text was brought again, and changed nothing")]
    private static partial void LogAgain(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "Text {Text} came in: {Outcome}")]
    private static partial void LogReceived(ILogger logger, int text, ReplyOutcome outcome);
}
