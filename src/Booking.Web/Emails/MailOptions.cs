using System.ComponentModel.DataAnnotations;
using System.Net;
using MimeKit;

namespace Booking.Web;

/// <summary>How the line to the mail server is kept from others.</summary>
public enum MailSecurity
{
    /// <summary>The line is opened and then closed to others, usually on port 587.</summary>
    StartTls,

    /// <summary>Closed to others from the start, usually on port 465.</summary>
    Tls,

    /// <summary>Open to all: for a server on this very machine.</summary>
    None,
}

/// <summary>The clinic's mail server: all of it, or nothing and no e-mails go.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    public string? Host { get; set; }

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The address that the clinic's e-mails come from.</summary>
    public string? From { get; set; }

    [EnumDataType(typeof(MailSecurity))]
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>From ringing up to having handed an e-mail over.</summary>
    [Range(1, 60)]
    public int AnswerWithinSeconds { get; set; } = 15;

    /// <summary>Where e-mails are kept in Development when there is no server.</summary>
    [Required]
    public string Folder { get; set; } = "data/mail";

    public bool IsSetUp => !string.IsNullOrEmpty(Host);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        string?[] all = [Host, User, Password, From];
        if (all.All(string.IsNullOrEmpty))
        {
            yield break;
        }

        if (string.IsNullOrEmpty(Host) || string.IsNullOrEmpty(From))
        {
            yield return new("Mail needs Host and From, or nothing at all.");
        }

        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password))
        {
            yield return new("Mail needs both User and Password, or neither.");
        }

        if (!string.IsNullOrEmpty(From) && !(MailboxAddress.TryParse(From, out var from) && ReplyTo.IsEmail(from.Address)))
        {
            yield return new("Mail's From must be one e-mail address.");
        }

        if (Security == MailSecurity.None && !IsThisMachine(Host))
        {
            yield return new("Mail may go over an open line only to a server on this machine.");
        }
    }

    private static bool IsThisMachine(string? host) =>
        host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
