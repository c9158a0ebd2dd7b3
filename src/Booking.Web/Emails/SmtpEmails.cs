using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Booking.Web;

/// <summary>E-mails through the clinic's mail server, each over a line of its own.</summary>
public sealed partial class SmtpEmails(
    IOptions<MailOptions> options, TimeProvider clock, ILogger<SmtpEmails> log) : ISendEmails
{
    private readonly MailOptions _server = options.Value;

    public async Task<EmailAnswer> SendAsync(Email email)
    {
        if (!Envelope.TryWrite(email, MailboxAddress.Parse(_server.From!), clock.GetUtcNow(), out var message))
        {
            return EmailAnswer.Refused;
        }

        using (message)
        using (var line = new SmtpClient { Timeout = _server.AnswerWithinSeconds * 1000 })
        using (var patience = Patience())
        {
            return await OpenAsync(line, patience.Token) is { } trouble
                ? trouble
                : await HandOverAsync(line, message, patience.Token);
        }
    }

    // Nothing of the e-mail has left until the line is open.
    private async Task<EmailAnswer?> OpenAsync(SmtpClient line, CancellationToken patience)
    {
        try
        {
            await line.ConnectAsync(_server.Host!, _server.Port, Security(), patience);
            if (!string.IsNullOrEmpty(_server.User))
            {
                await line.AuthenticateAsync(_server.User, _server.Password!, patience);
            }

            return null;
        }
        catch (AuthenticationException)
        {
            LogSettings(log);
            return EmailAnswer.NotSetUp;
        }
        catch (Exception trouble)
        {
            LogTrouble(log, trouble.GetType().Name);
            return EmailAnswer.NotNow;
        }
    }

    private async Task<EmailAnswer> HandOverAsync(SmtpClient line, MimeMessage message, CancellationToken patience)
    {
        try
        {
            await line.SendAsync(message, patience);
            return EmailAnswer.Sent;
        }
        catch (SmtpCommandException no)
        {
            LogRefused(log, (int)no.StatusCode);
            return (int)no.StatusCode is >= 400 and < 500 ? EmailAnswer.NotNow : EmailAnswer.Refused;
        }
        catch (Exception trouble) when (trouble is ServiceNotAuthenticatedException)
        {
            LogSettings(log);
            return EmailAnswer.NotSetUp;
        }
        catch (Exception trouble)
        {
            LogTrouble(log, trouble.GetType().Name);
            return EmailAnswer.Lost;
        }
    }

    private SecureSocketOptions Security() => _server.Security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
    };

    // On the machine's clock, not the one that can be wound: it measures a wait.
    private CancellationTokenSource Patience() => new(TimeSpan.FromSeconds(_server.AnswerWithinSeconds));

    // Only numbers and kinds: what a server answers can hold the address.
    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail server refused an e-mail, code {Code}")]
    private static partial void LogRefused(ILogger logger, int code);

    [LoggerMessage(Level = LogLevel.Critical, Message = "No e-mails go: the mail server does not take our user and password")]
    private static partial void LogSettings(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail server could not be talked to: {Trouble}")]
    private static partial void LogTrouble(ILogger logger, string trouble);
}
