using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Booking.Benchmarks;

/// <summary>People who book: choose a time, open the details, confirm; each at a browser of their own.</summary>
internal sealed partial class Bookers(int port, string cookie, string token)
{
    private static readonly string[] Pages = ["/book/" + BenchClinic.HalfHour, "/book/details/"];

    /// <param name="first">How many of the clinic's free times have been used up before.</param>
    public static async Task<double> RateAsync(int port, int first, TimeSpan time)
    {
        var bookers = await BeginAsync(port);
        var next = first - 1;
        return Clients.Rate(time, _ => () => bookers.Book(Interlocked.Increment(ref next)));
    }

    // One form's token serves them all: it is the browser's cookie that it has to fit.
    private static async Task<Bookers> BeginAsync(int port)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}{Pages[0]}"));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(line => line.StartsWith("form=", StringComparison.Ordinal));
        var html = await answer.Content.ReadAsStringAsync();
        return new Bookers(port, cookie.Split(';')[0], Token().Match(html).Groups["token"].Value);
    }

    private void Book(int number)
    {
        using var connection = new Connection(port, new IPAddress([127, 2, (byte)(number >> 8), (byte)number]));
        var details = Go(connection, Post(Pages[0], $"At={Uri.EscapeDataString(BenchClinic.EmptyTime(number))}"));
        if (connection.Ask(Get(details)).Status != 200)
        {
            throw new InvalidOperationException("The details are not to be had.");
        }

        Go(connection, Post(details, string.Create(
            CultureInfo.InvariantCulture, $"Input.FullName=Jo+Bench&Input.Mobile=0705{number:0000000}&Input.Email=&RingMe=true")));
    }

    private static string Go(Connection connection, byte[] request)
    {
        var answer = connection.Ask(request);
        return answer.Status == 302
            ? Encoding.ASCII.GetString(answer.Header("Location: "u8))
            : throw new InvalidOperationException($"A step of the booking was answered {answer.Status}.");
    }

    private byte[] Get(string path) =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n");

    private byte[] Post(string path, string form)
    {
        var body = $"{form}&__RequestVerificationToken={token}";
        return Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n"
            + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
