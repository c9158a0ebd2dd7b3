namespace Booking.Web;

/// <summary>Whatever takes an e-mail to its address: the clinic's mail server, or the folder of the demo.</summary>
public interface ISendEmails
{
    /// <summary>Hands one e-mail over. Trouble on the way is an answer, not an exception.</summary>
    Task<EmailAnswer> SendAsync(Email email);
}

/// <summary>One e-mail on its way out.</summary>
/// <param name="To">One address, nothing else.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
public sealed record Email(string To, string Subject, string Text, params IReadOnlyList<EmailFile> Files);

/// <summary>A file that goes with an e-mail, for example the appointment for the patient's calendar.</summary>
/// <param name="Type">For example "text/html; charset=utf-8".</param>
public sealed record EmailFile(string Name, string Type, byte[] Content);

/// <summary>What became of an e-mail that was handed over.</summary>
public enum EmailAnswer
{
    Sent,

    /// <summary>It certainly has not left: it may be tried again.</summary>
    NotNow,

    /// <summary>It will not be taken for this address however often it is tried.</summary>
    Refused,

    /// <summary>It did not go, and no other would: our own settings are wrong.</summary>
    NotSetUp,

    /// <summary>It may have gone or not.</summary>
    Lost,
}
