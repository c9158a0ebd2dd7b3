using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Xunit;

namespace Booking.Web.Tests;

public sealed class TwilioTests : IAsyncLifetime
{
    private static readonly Text Hello = new(
        "+447700900123", "Hello & welcome + more: £10 = 100%", new("https://clinic.example/webhooks/twilio/status?text=abc"), TimeSpan.FromHours(3));

    private readonly ClinicTime _clock = new();
    private TwilioServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TwilioServer.StartAsync(_clock);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_text_goes_out_exactly_as_written()
    {
        var answer = await Client().SendAsync(Hello);

        var text = Assert.Single(_server.Taken);
        Assert.Equal(TextAnswer.Accepted(text.Sid), answer);
        Assert.Equal((Hello.To, Hello.Body, TwilioServer.From), (text.To, text.Body, text.From));
        Assert.Equal((Hello.Callback, 10800), (text.StatusCallback, text.ValidityPeriod));
        Assert.Equal(5, text.Form.Count);
    }

    [Fact]
    public async Task A_messaging_service_sends_in_place_of_a_number()
    {
        var client = Client(account => (account.From, account.MessagingServiceSid) = (null, "MG" + new string('1', 32)));

        await client.SendAsync(Hello);

        Assert.Equal((null, "MG" + new string('1', 32)), (_server.Taken[0].From, _server.Taken[0].MessagingServiceSid));
    }

    [Theory]
    [InlineData(0.2, 1)]
    [InlineData(90, 90)]
    [InlineData(1_000_000, 36_000)]
    public async Task A_text_is_worth_delivering_for_a_second_to_ten_hours(double seconds, int validity)
    {
        await Client().SendAsync(Hello with { Expires = TimeSpan.FromSeconds(seconds), Callback = null });

        Assert.Equal(validity, _server.Taken[0].ValidityPeriod);
        Assert.Null(_server.Taken[0].StatusCallback);
    }

    public static TheoryData<string, string, TextAnswer> Tried => new()
    {
        { "+15005550001", Hello.To, TextAnswer.NotSetUp(21212) },
        { "+15005550007", Hello.To, TextAnswer.NotSetUp(21606) },
        { "+15005550008", Hello.To, TextAnswer.Refused(WhyNotSent.Refused, 21611) },
        { TestNumbers.Sender, "+15005550001", TextAnswer.Refused(WhyNotSent.NumberRefused, 21211) },
        { TestNumbers.Sender, "+15005550002", TextAnswer.Refused(WhyNotSent.NumberRefused, 21612) },
        { TestNumbers.Sender, "+15005550003", TextAnswer.Refused(WhyNotSent.CountryNotEnabled, 21408) },
        { TestNumbers.Sender, "+15005550004", TextAnswer.Refused(WhyNotSent.OptedOut, 21610) },
        { TestNumbers.Sender, "+15005550009", TextAnswer.Refused(WhyNotSent.NumberRefused, 21614) },
    };

    [Theory]
    [MemberData(nameof(Tried))]
    public async Task The_providers_test_numbers_are_refused_as_it_refuses_them(string from, string to, TextAnswer answer)
    {
        Assert.Equal(answer, await Client(account => account.From = from).SendAsync(Hello with { To = to }));

        Assert.Empty(_server.Taken);
    }

    public static TheoryData<int, int, TextAnswer> Refusals => new()
    {
        { 429, 20429, TextAnswer.TryAgain },
        { 400, 20429, TextAnswer.TryAgain },
        { 401, 20003, TextAnswer.NotSetUp(20003) },
        { 404, 20404, TextAnswer.NotSetUp(20404) },
        { 400, 21212, TextAnswer.NotSetUp(21212) },
        { 400, 21606, TextAnswer.NotSetUp(21606) },
        { 400, 21608, TextAnswer.NotSetUp(21608) },
        { 400, 21211, TextAnswer.Refused(WhyNotSent.NumberRefused, 21211) },
        { 400, 21614, TextAnswer.Refused(WhyNotSent.NumberRefused, 21614) },
        { 400, 21612, TextAnswer.Refused(WhyNotSent.NumberRefused, 21612) },
        { 400, 21610, TextAnswer.Refused(WhyNotSent.OptedOut, 21610) },
        { 403, 21408, TextAnswer.Refused(WhyNotSent.CountryNotEnabled, 21408) },
        { 400, 30003, TextAnswer.Refused(WhyNotSent.Unreachable, 30003) },
        { 400, 30005, TextAnswer.Refused(WhyNotSent.NumberRefused, 30005) },
        { 400, 30006, TextAnswer.Refused(WhyNotSent.Landline, 30006) },
        { 400, 30007, TextAnswer.Refused(WhyNotSent.Filtered, 30007) },
        { 400, 21617, TextAnswer.Refused(WhyNotSent.Refused, 21617) },
        { 400, 99999, TextAnswer.Refused(WhyNotSent.Refused, 99999) },
        { 500, 20500, TextAnswer.Lost },
        { 503, 20503, TextAnswer.Lost },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Each_refusal_is_understood(int status, int code, TextAnswer answer)
    {
        _server.Next(TwilioAnswer.Refuse(status, code));

        Assert.Equal(answer, await Client().SendAsync(Hello));
        Assert.Equal(1, _server.Posts);
    }

    [Fact]
    public async Task Whatever_may_have_gone_is_lost_and_asked_for_only_once()
    {
        TwilioAnswer[] answers =
        [
            TwilioAnswer.AcceptThenFail, TwilioAnswer.AcceptThenHang, TwilioAnswer.AcceptThenReset, TwilioAnswer.AcceptThenBabble,
            TwilioAnswer.AcceptThenBreakOff, TwilioAnswer.Hang, TwilioAnswer.Reset, TwilioAnswer.Page(502), TwilioAnswer.Page(408),
            TwilioAnswer.Redirect(new("http://127.0.0.1:9/stolen")),
        ];
        var client = Client(account => account.AnswerWithinSeconds = 1);
        foreach (var answer in answers)
        {
            _server.Next(answer);
            Assert.Equal(TextAnswer.Lost, await client.SendAsync(Hello));
        }

        Assert.Equal(answers.Length, _server.Posts);
        Assert.Equal(5, _server.Taken.Count);
    }

    [Fact]
    public async Task A_refusal_in_other_words_than_the_providers_is_not_the_patients_fault()
    {
        _server.Next(TwilioAnswer.Page(403), TwilioAnswer.Page(401), TwilioAnswer.Page(429));

        Assert.Equal(TextAnswer.NotSetUp(0), await Client().SendAsync(Hello));
        Assert.Equal(TextAnswer.NotSetUp(20003), await Client().SendAsync(Hello));
        Assert.Equal(TextAnswer.TryAgain, await Client().SendAsync(Hello));
    }

    [Fact]
    public async Task A_kept_connection_that_breaks_is_not_a_reason_to_send_twice()
    {
        var client = Client();
        await client.SendAsync(Hello);
        _server.Next(TwilioAnswer.AcceptThenReset);

        Assert.Equal(TextAnswer.Lost, await client.SendAsync(Hello));
        Assert.Equal(2, _server.Posts);
    }

    [Fact]
    public async Task Nothing_has_gone_when_no_connection_could_be_made()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();

        Assert.Equal(TextAnswer.TryAgain, await At($"http://127.0.0.1:{port}"));
        Assert.Equal(TextAnswer.TryAgain, await At("http://no-such-host.invalid"));
    }

    [Fact]
    public async Task Nothing_has_gone_when_the_line_could_not_be_made_safe()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var rude = new TcpListener(IPAddress.Loopback, 0);
        rude.Start();
        var answered = Task.Run(async () =>
        {
            using var connection = await rude.AcceptTcpClientAsync();
            await connection.GetStream().WriteAsync("HTTP/1.0 400 Bad Request\r\n\r\n"u8.ToArray());
        });

        Assert.Equal(TextAnswer.TryAgain, await At($"https://127.0.0.1:{((IPEndPoint)rude.LocalEndpoint).Port}"));
        Assert.Equal(TextAnswer.TryAgain, await At($"https://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}"));
        await answered;
    }

    [Fact]
    public async Task A_lost_text_is_found_by_its_number_sender_words_and_time()
    {
        await Client().SendAsync(Hello);

        var search = await Client().FindAsync(Lost(Hello));

        Assert.Equal(new TextSearch(true, new DeliveryReport(_server.Taken[0].Sid, DeliveryResult.OnItsWay)), search);
    }

    [Fact]
    public async Task The_list_also_tells_what_became_of_it()
    {
        await Client().SendAsync(Hello);
        _server.Listed = ("undelivered", 30003);

        var search = await Client().FindAsync(Lost(Hello));

        Assert.Equal((DeliveryResult.Undelivered, WhyNotSent.Unreachable, 30003), (search.Found!.Value.Result, search.Found.Value.Why, search.Found.Value.Code));
    }

    [Fact]
    public async Task Another_text_is_not_taken_for_the_lost_one()
    {
        await Client().SendAsync(Hello);
        var nothing = new TextSearch(true, null);

        Assert.Equal(nothing, await Client().FindAsync(Lost(Hello with { To = "+447700900124" })));
        Assert.Equal(nothing, await Client().FindAsync(Lost(Hello with { Body = Hello.Body + " " })));
        Assert.Equal(nothing, await Client().FindAsync(Lost(Hello) with { Since = _clock.UtcNow().AddMinutes(10) }));
        Assert.Equal(nothing, await Client(account => account.From = "+447700900998").FindAsync(Lost(Hello)));
    }

    [Fact]
    public async Task When_the_list_cannot_be_read_nothing_is_known()
    {
        _server.ListWorks = false;

        Assert.False((await Client().FindAsync(Lost(Hello))).Read);
        Assert.False((await Client(account => account.BaseAddress = new("http://no-such-host.invalid")).FindAsync(Lost(Hello))).Read);
    }

    private LostText Lost(Text text) => new(text.To, SHA256.HashData(Encoding.UTF8.GetBytes(text.Body)), _clock.UtcNow());

    private Task<TextAnswer> At(string address) => Client(account =>
    {
        account.BaseAddress = new(address);
        account.AnswerWithinSeconds = 20;
    }).SendAsync(Hello);

    private Twilio Client(Action<TwilioOptions>? change = null)
    {
        var account = new TwilioOptions
        {
            AccountSid = TwilioServer.AccountSid,
            AuthToken = TwilioServer.AuthToken,
            From = TwilioServer.From,
            BaseAddress = _server.Address,
            AnswerWithinSeconds = 5,
        };
        change?.Invoke(account);
        return new(new HttpClient(Twilio.Handler()), Options.Create(account), _clock);
    }
}
