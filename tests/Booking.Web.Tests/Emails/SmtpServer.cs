using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Booking.Web.Tests;

/// <summary>What the mail server does with whoever comes.</summary>
public enum SmtpMood
{
    Accept,
    HangOnConnect,
    DropOnConnect,
    RefusePassword,
    RefuseAddress,
    BusyForAddress,
    RefuseContent,
    HangAfterContent,
    DropAfterContent,
}

/// <summary>A mail server of our own on a real port, which can misbehave in every way the real ones have.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    public const string User = "clinic";
    public const string Password = "the mail server's secret";
    public const string From = "West Hill Physiotherapy <desk@clinic.example>";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<MimeMessage> _taken = [];
    private readonly ConcurrentBag<Task> _lines = [];
    private readonly Task _listening;
    private int _calls;

    public SmtpServer()
    {
        _listener.Start();
        _listening = ListenAsync();
    }

    public SmtpMood Mood { get; set; } = SmtpMood.Accept;

    /// <summary>The e-mails whose whole content has come, whatever was answered then.</summary>
    public IReadOnlyList<MimeMessage> Taken => [.. _taken];

    /// <summary>How often somebody has rung up.</summary>
    public int Calls => _calls;

    public (string Name, string Value)[] Settings =>
    [
        ("Mail:Host", "127.0.0.1"),
        ("Mail:Port", ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)),
        ("Mail:User", User),
        ("Mail:Password", Password),
        ("Mail:From", From),
        ("Mail:Security", "None"),
        ("Mail:AnswerWithinSeconds", "2"),
    ];

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _listening;
        _listener.Dispose();
        await Task.WhenAll(_lines);
        _end.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                _lines.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient caller)
    {
        using (caller)
        {
            Interlocked.Increment(ref _calls);
            try
            {
                await TalkAsync(caller.GetStream());
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The caller has hung up, or the test is over.
            }
        }
    }

    private async Task TalkAsync(NetworkStream line)
    {
        if (Mood == SmtpMood.HangOnConnect)
        {
            await Task.Delay(Timeout.Infinite, _end.Token);
        }

        if (Mood == SmtpMood.DropOnConnect)
        {
            return;
        }

        using var reader = new StreamReader(line, Encoding.UTF8);
        await SayAsync("220 mail.example ESMTP");
        while (await reader.ReadLineAsync(_end.Token) is { } said)
        {
            if (said == "DATA")
            {
                await SayAsync("354 Go ahead");
                await TakeAsync(reader);
                if (Mood == SmtpMood.HangAfterContent)
                {
                    await Task.Delay(Timeout.Infinite, _end.Token);
                }

                if (Mood == SmtpMood.DropAfterContent)
                {
                    return;
                }
            }

            await SayAsync(Answer(said));
        }

        async Task SayAsync(string words) => await line.WriteAsync(Encoding.UTF8.GetBytes(words + "\r\n"), _end.Token);
    }

    private string Answer(string said) => said.Split(' ', ':')[0] switch
    {
        "EHLO" => "250-mail.example\r\n250 AUTH PLAIN",
        "AUTH" when Mood == SmtpMood.RefusePassword || !IsRight(said) => "535 Authentication failed",
        "AUTH" => "235 Welcome",
        "RCPT" when Mood == SmtpMood.RefuseAddress => "550 No such person here",
        "RCPT" when Mood == SmtpMood.BusyForAddress => "451 Try again later",
        "DATA" when Mood == SmtpMood.RefuseContent => "554 Not that",
        "QUIT" => "221 Goodbye",
        _ => "250 Fine",
    };

    private static bool IsRight(string said) => said.Split(' ') is [_, "PLAIN", var secret]
        && Encoding.UTF8.GetString(Convert.FromBase64String(secret)) == $"\0{User}\0{Password}";

    private async Task TakeAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } row && row != ".")
        {
            text.Append(row.StartsWith("..", StringComparison.Ordinal) ? row[1..] : row).Append("\r\n");
        }

        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
        _taken.Enqueue(await MimeMessage.LoadAsync(content, _end.Token));
    }
}
