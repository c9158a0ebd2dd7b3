using System.Diagnostics.CodeAnalysis;
using MimeKit;
using MimeKit.Utils;

namespace Booking.Web;

/// <summary>Writes an e-mail as it goes over the wire.</summary>
internal static class Envelope
{
    /// <summary>False when the address is none, or several, or carries more than an address.</summary>
    public static bool TryWrite(
        Email email, MailboxAddress from, DateTimeOffset at, [NotNullWhen(true)] out MimeMessage? message)
    {
        message = null;
        if (!ReplyTo.IsEmail(email.To) || !MailboxAddress.TryParse(email.To, out var to))
        {
            return false;
        }

        var body = new BodyBuilder { TextBody = email.Text };
        foreach (var file in email.Files)
        {
            body.Attachments.Add(OneLine(file.Name), file.Content, ContentType.Parse(file.Type));
        }

        message = new MimeMessage([from], [to], OneLine(email.Subject), body.ToMessageBody())
        {
            Date = at,
            MessageId = MimeUtils.GenerateMessageId(from.Domain),
        };
        return true;
    }

    // A second line could be a header of somebody else's.
    private static string OneLine(string text) => new([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]);
}
