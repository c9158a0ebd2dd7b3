using Microsoft.Extensions.Options;
using MimeKit;

namespace Booking.Web;

/// <summary>One e-mail as it lies in the demo's folder.</summary>
public sealed record KeptEmail(string Name, MimeMessage Message)
{
    public DateTime At => ClinicTime.ToWall(Message.Date.UtcDateTime);

    public IReadOnlyList<MimePart> Files => [.. Message.Attachments.OfType<MimePart>()];
}

/// <summary>The demo's e-mails: a folder of files that any mail program opens, in place of a mail server.</summary>
public sealed class EmailFolder(
    IOptions<MailOptions> options, IOptions<ClinicOptions> clinic, IHostEnvironment environment, TimeProvider clock) : ISendEmails
{
    private readonly string _folder = Path.Combine(environment.ContentRootPath, options.Value.Folder);

    public async Task<EmailAnswer> SendAsync(Email email)
    {
        var from = new MailboxAddress(clinic.Value.Name, clinic.Value.Email);
        if (!Envelope.TryWrite(email, from, clock.GetUtcNow(), out var message))
        {
            return EmailAnswer.Refused;
        }

        using (message)
        {
            Directory.CreateDirectory(_folder);
            await message.WriteToAsync(Path.Combine(_folder, $"{clock.UtcNow():yyyyMMdd-HHmmss}-{Guid.NewGuid():N}.eml"));
        }

        return EmailAnswer.Sent;
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<KeptEmail>> ReadAsync(CancellationToken cancellation)
    {
        var emails = new List<KeptEmail>();
        foreach (var file in Files().OrderDescending(StringComparer.Ordinal))
        {
            emails.Add(new KeptEmail(Path.GetFileNameWithoutExtension(file), await MimeMessage.LoadAsync(file, cancellation)));
        }

        return emails;
    }

    private string[] Files() => Directory.Exists(_folder) ? Directory.GetFiles(_folder, "*.eml") : [];
}
