using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Booking.Web.Tests;

public sealed class StatusCallbackTests : IAsyncLifetime
{
    private static readonly DateTime Wednesday = new(2026, 11, 25, 9, 15, 0);

    private readonly TextingClinic _clinic = new();

    private SentText Text => Assert.Single(_clinic.Twilio.Taken);

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Theory]
    [InlineData("delivered", null, MessageState.Delivered, null)]
    [InlineData("undelivered", 30005, MessageState.Undelivered, WhyNotSent.NumberRefused)]
    [InlineData("undelivered", 30006, MessageState.Undelivered, WhyNotSent.Landline)]
    [InlineData("failed", 30007, MessageState.Failed, WhyNotSent.Filtered)]
    [InlineData("failed", 30008, MessageState.Failed, WhyNotSent.Refused)]
    [InlineData("sent", null, MessageState.Sent, null)]
    [InlineData("a new word", null, MessageState.Sent, null)]
    public async Task A_report_is_written_down(string status, int? code, MessageState state, WhyNotSent? why)
    {
        var appointment = await SendAsync();

        Assert.Equal(HttpStatusCode.NoContent, await ReportAsync(status, code));

        var message = await _clinic.MessageAsync(appointment);
        Assert.Equal((state, why, code), (message.State, message.Why, message.ErrorCode));
    }

    [Fact]
    public async Task Reports_twice_and_in_any_order_have_one_effect()
    {
        var appointment = await SendAsync();

        foreach (var status in (string[])["delivered", "queued", "sent", "delivered", "undelivered", "sending"])
        {
            Assert.Equal(HttpStatusCode.NoContent, await ReportAsync(status));
        }

        Assert.Equal(MessageState.Delivered, (await _clinic.MessageAsync(appointment)).State);
    }

    [Fact]
    public async Task Reports_at_the_same_moment_have_one_effect()
    {
        var appointment = await SendAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12)
            .Select(i => ReportAsync(i % 3 == 0 ? "delivered" : i % 3 == 1 ? "sent" : "queued")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer));
        Assert.Equal(MessageState.Delivered, (await _clinic.MessageAsync(appointment)).State);
    }

    [Fact]
    public async Task The_first_report_heals_a_lost_answer()
    {
        _clinic.Twilio.Next(TwilioAnswer.AcceptThenFail);
        var appointment = await SendAsync();
        Assert.Equal(MessageState.Unknown, (await _clinic.MessageAsync(appointment)).State);

        await ReportAsync("sent");

        var message = await _clinic.MessageAsync(appointment);
        Assert.Equal((MessageState.Sent, Text.Sid), (message.State, message.ProviderSid));
    }

    [Fact]
    public async Task A_phone_that_was_off_gets_one_more_text_later()
    {
        var appointment = await SendAsync();

        await ReportAsync("undelivered", 30003);
        await ReportAsync("undelivered", 30003);
        await _clinic.SweepAsync();
        Assert.Equal(1, _clinic.Twilio.Posts);

        _clinic.Clock.Advance(TimeSpan.FromMinutes(30));
        await _clinic.SweepAsync();
        await _clinic.SweepAsync();
        Assert.Equal(2, _clinic.Twilio.Posts);
        Assert.Equal(MessageState.Sent, (await _clinic.MessageAsync(appointment)).State);

        // The first try's reports have nothing to say about the second.
        await ReportAsync("undelivered", 30003, _clinic.Twilio.Taken[0]);
        Assert.Equal(MessageState.Sent, (await _clinic.MessageAsync(appointment)).State);

        await ReportAsync("undelivered", 30003, _clinic.Twilio.Taken[1]);
        Assert.Equal(MessageState.Undelivered, (await _clinic.MessageAsync(appointment)).State);
    }

    [Fact]
    public async Task A_landline_found_out_by_a_report_is_remembered()
    {
        await SendAsync();

        await ReportAsync("undelivered", 30006);

        await using var context = _clinic.Database.Open();
        var refused = await context.RefusedNumbers.SingleAsync();
        Assert.Equal((Text.To, WhyNotSent.Landline), (refused.Telephone, refused.Why));
    }

    [Fact]
    public async Task Without_the_right_seal_a_report_is_refused_and_changes_nothing()
    {
        var appointment = await SendAsync();
        var form = Form("delivered", null, Text);
        var seal = TwilioCalls.Seal(Text.StatusCallback!, form);
        KeyValuePair<string, string?>[] tampered = [.. form.Where(field => field.Key != "ErrorCode"), new("ErrorCode", "1")];

        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(Text.StatusCallback!, form, seal: null));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(Text.StatusCallback!, form, "nonsense"));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(Text.StatusCallback!, tampered, seal));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(new(Text.StatusCallback + "&more=1"), form, seal));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(Text.StatusCallback!, form, TwilioSignature.Make(Text.StatusCallback!, form, "")));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(
            Text.StatusCallback!, [.. form, new("MessageStatus", "failed")], TwilioCalls.Seal(Text.StatusCallback!, [.. form, new("MessageStatus", "failed")])));

        Assert.Equal(MessageState.Sent, (await _clinic.MessageAsync(appointment)).State);
    }

    [Fact]
    public async Task The_seal_is_read_against_our_own_address_whatever_host_is_called()
    {
        await SendAsync();
        var here = new Uri("http://localhost" + Text.StatusCallback!.PathAndQuery);
        var form = Form("delivered", null, Text);

        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(here, form, TwilioCalls.Seal(here, form)));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(here, form, TwilioCalls.Seal(Text.StatusCallback!, form)));
    }

    [Fact]
    public async Task A_report_on_another_account_or_on_no_text_of_ours_changes_nothing()
    {
        var appointment = await SendAsync();
        KeyValuePair<string, string?>[] other = [.. Form("delivered", null, Text).Where(f => f.Key != "AccountSid"), new("AccountSid", "AC" + new string('9', 32))];
        var nowhere = new Uri(TextingClinic.Site + StatusCallback.Path + "?text=nothing");
        var nameless = new Uri(TextingClinic.Site + StatusCallback.Path);

        foreach (var (url, form) in new[] { (Text.StatusCallback!, other), (nowhere, Form("delivered", null, Text)), (nameless, Form("delivered", null, Text)) })
        {
            Assert.Equal(HttpStatusCode.NoContent, await PostAsync(url, form, TwilioCalls.Seal(url, form)));
        }

        Assert.Equal(MessageState.Sent, (await _clinic.MessageAsync(appointment)).State);
    }

    [Fact]
    public async Task What_is_no_report_at_all_is_turned_away()
    {
        await SendAsync();
        using var visitor = _clinic.Visit();
        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var large = new FormUrlEncodedContent([new("Body", new string('x', 20_000))]);
        using var crowded = new FormUrlEncodedContent(Enumerable.Range(0, 100).Select(i => KeyValuePair.Create($"F{i}", "x")));
        var address = new Uri(StatusCallback.Path, UriKind.Relative);

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Client.PostAsync(address, json)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Client.PostAsync(address, large)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Client.PostAsync(address, crowded)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Client.GetAsync(address)).StatusCode);
    }

    private async Task<int> SendAsync()
    {
        var appointment = await _clinic.BookAsync(Wednesday);
        await _clinic.SweepAsync();
        return appointment;
    }

    private Task<HttpStatusCode> ReportAsync(string status, int? code = null, SentText? text = null)
    {
        text ??= _clinic.Twilio.Taken[0];
        var form = Form(status, code, text);
        return PostAsync(text.StatusCallback!, form, TwilioCalls.Seal(text.StatusCallback!, form));
    }

    private static KeyValuePair<string, string?>[] Form(string status, int? code, SentText text) =>
    [
        new("MessageSid", text.Sid),
        new("MessageStatus", status),
        new("AccountSid", TwilioServer.AccountSid),
        new("To", text.To),
        new("From", text.From),
        new("ErrorCode", code?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""),
    ];

    private async Task<HttpStatusCode> PostAsync(Uri url, IEnumerable<KeyValuePair<string, string?>> form, string? seal) =>
        (await _clinic.CallAsync(url, form, seal)).Status;
}
