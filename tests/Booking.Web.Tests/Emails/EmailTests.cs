using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MimeKit;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>An e-mail reaches one address with its words and its files, and nobody can write a header of theirs into it.</summary>
public sealed class EmailTests : IAsyncLifetime
{
    private readonly SmtpServer _server = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task It_brings_its_words_and_a_calendar_file_as_they_are()
    {
        var calendar = new EmailFile("appointment.ics", CalendarFile.ContentType, "BEGIN:VCALENDAR"u8.ToArray());

        Assert.Equal(EmailAnswer.Sent, await SendAsync(new("jo@example.com", "Your appointment, £58", "Hello Siobhán.\nGoodbye.", calendar)));

        var email = Assert.Single(_server.Taken);
        Assert.Equal("Your appointment, £58", email.Subject);
        Assert.Equal("Hello Siobhán.\nGoodbye.", email.TextBody!.ReplaceLineEndings("\n").TrimEnd());
        Assert.Equal("West Hill Physiotherapy", Assert.Single(email.From.Mailboxes).Name);
        var file = Assert.IsAssignableFrom<MimePart>(Assert.Single(email.Attachments));
        Assert.Equal(("appointment.ics", "text/calendar"), (file.FileName, file.ContentType.MimeType));
    }

    [Fact]
    public async Task A_second_line_in_the_subject_is_no_header()
    {
        await SendAsync(new("jo@example.com", "Hello\r\nBcc: all@example.com", "Words"));

        var email = Assert.Single(_server.Taken);
        Assert.Equal("Hello  Bcc: all@example.com", email.Subject);
        Assert.Empty(email.Bcc);
    }

    [Theory]
    [InlineData("")]
    [InlineData("jo")]
    [InlineData("jo@example.com, all@example.com")]
    [InlineData("jo@example.com\r\nBcc: all@example.com")]
    [InlineData("Jo <jo@example.com>")]
    public async Task What_is_not_one_address_is_refused_before_anybody_is_rung(string to)
    {
        Assert.Equal(EmailAnswer.Refused, await SendAsync(new(to, "Hello", "Words")));
        Assert.Equal(0, _server.Calls);
    }

    [Theory]
    [InlineData(SmtpMood.HangOnConnect, EmailAnswer.NotNow)]
    [InlineData(SmtpMood.DropOnConnect, EmailAnswer.NotNow)]
    [InlineData(SmtpMood.BusyForAddress, EmailAnswer.NotNow)]
    [InlineData(SmtpMood.RefusePassword, EmailAnswer.NotSetUp)]
    [InlineData(SmtpMood.RefuseAddress, EmailAnswer.Refused)]
    [InlineData(SmtpMood.RefuseContent, EmailAnswer.Refused)]
    [InlineData(SmtpMood.HangAfterContent, EmailAnswer.Lost)]
    [InlineData(SmtpMood.DropAfterContent, EmailAnswer.Lost)]
    public async Task Trouble_on_the_way_is_an_answer(SmtpMood mood, EmailAnswer answer)
    {
        _server.Mood = mood;

        Assert.Equal(answer, await SendAsync(new("jo@example.com", "Hello", "Words")));
    }

    [Fact]
    public async Task A_server_that_cannot_keep_the_line_to_itself_is_told_nothing()
    {
        Assert.Equal(EmailAnswer.NotNow, await SendAsync(new("jo@example.com", "Hello", "Words"), MailSecurity.StartTls));
        Assert.Empty(_server.Taken);
    }

    private Task<EmailAnswer> SendAsync(Email email, MailSecurity security = MailSecurity.None)
    {
        var settings = _server.Settings.ToDictionary(setting => setting.Name, setting => setting.Value, StringComparer.Ordinal);
        var options = new MailOptions
        {
            Host = settings["Mail:Host"],
            Port = int.Parse(settings["Mail:Port"], System.Globalization.CultureInfo.InvariantCulture),
            User = SmtpServer.User,
            Password = SmtpServer.Password,
            From = SmtpServer.From,
            Security = security,
            AnswerWithinSeconds = 2,
        };
        return new SmtpEmails(Options.Create(options), new ClinicTime(), NullLogger<SmtpEmails>.Instance).SendAsync(email);
    }
}
