using System.Net;
using System.Text;
using Booking.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>Texts that come twice, at once, without end, forged or broken.</summary>
public sealed class InboundTroubleTests : IAsyncLifetime
{
    private static readonly DateTime Wednesday = new(2026, 11, 25, 9, 15, 0);

    private readonly AnsweredClinic _clinic = new();

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Fact]
    public async Task The_same_text_brought_by_many_at_once_has_one_effect_and_one_answer()
    {
        var appointment = await _clinic.BookAsync(Wednesday);
        var sid = TwilioCalls.NewSid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => _clinic.TextsAsync("1", sid: sid)));

        Assert.NotNull(Assert.Single(answers.Distinct())); // whichever of them Twilio hears, it says the same
        Assert.Equal(2, (await ReadAsync(appointment)).Version);
        Assert.Single(await TextsAsync());
    }

    [Fact]
    public async Task Texts_of_one_patient_in_any_order_and_reception_at_the_same_moment_leave_one_truth()
    {
        var appointment = await _clinic.BookAsync(Wednesday);
        var desk = _clinic.Services.GetRequiredService<Desk>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 9).Select(async i =>
        {
            if (i % 3 == 0)
            {
                await desk.NoteAsync(new Seen(appointment, 1 + (i / 3)), $"Note {i}", "Rita", default);
            }

            return await _clinic.TextsAsync(i % 3 == 1 ? "2" : "1");
        }));

        var read = await ReadAsync(appointment);
        Assert.False(read.Stands);
        Assert.Single(read.History, line => line.What == "Cancelled by text");
        Assert.InRange(read.History.Count(line => line.What == "Confirmed by text"), 0, 1);
        Assert.Equal(9, (await TextsAsync()).Count);
        Assert.InRange(answers.Count(answer => answer is not null), 1, AnswerPolicy.MostAnHour);
    }

    [Fact]
    public async Task Two_machines_that_answer_each_other_soon_fall_silent_and_what_is_asked_is_still_done()
    {
        var appointment = await _clinic.BookAsync(Wednesday);
        var answers = new List<string?>();
        for (var i = 0; i < 20; i++)
        {
            answers.Add(await _clinic.TextsAsync("1"));
        }

        Assert.Equal(AnswerPolicy.MostAnHour, answers.Count(answer => answer is not null));
        Assert.Null(await _clinic.TextsAsync("2"));
        Assert.False((await ReadAsync(appointment)).Stands);
        Assert.Null(await _clinic.TextsAsync("1", from: TwilioServer.From));
        Assert.Null(await _clinic.TextsAsync("1", from: "60123"));
        Assert.Null(await _clinic.TextsAsync("1", from: "BIGBANK"));
        Assert.Equal(21, (await TextsAsync()).Count);
    }

    [Fact]
    public async Task A_forged_text_is_refused_and_changes_nothing()
    {
        var appointment = await _clinic.BookAsync(Wednesday);
        var (url, form) = (TwilioCalls.Inbound, TwilioCalls.TextForm("2"));
        KeyValuePair<string, string?>[] doubled = [.. form, new("Body", "1")];
        KeyValuePair<string, string?>[] other = [.. form.Where(f => f.Key != "AccountSid"), new("AccountSid", "AC" + new string('9', 32))];
        KeyValuePair<string, string?>[] tampered = [.. form.Where(f => f.Key != "Body"), new("Body", "1")];
        var status = new Uri(TextingClinic.Site + StatusCallback.Path);

        Assert.Equal(HttpStatusCode.Forbidden, (await _clinic.CallAsync(url, form, seal: null)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _clinic.CallAsync(url, form, "nonsense")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _clinic.CallAsync(url, form, TwilioSignature.Make(url, form, "another secret"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _clinic.CallAsync(url, form, TwilioCalls.Seal(status, form))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _clinic.CallAsync(url, tampered, TwilioCalls.Seal(url, form))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _clinic.CallAsync(url, doubled, TwilioCalls.Seal(url, doubled))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _clinic.CallAsync(url, other, TwilioCalls.Seal(url, other))).Status);

        Assert.True((await ReadAsync(appointment)).Stands);
        Assert.Empty(await TextsAsync());
    }

    [Fact]
    public async Task What_is_no_text_at_all_is_turned_away()
    {
        await _clinic.BookAsync(Wednesday);
        using var visitor = _clinic.Visit();
        using var json = new StringContent("{}", Encoding.UTF8, "application/json");
        using var large = new FormUrlEncodedContent([new("Body", new string('x', 20_000))]);
        var address = new Uri(InboundTexts.Path, UriKind.Relative);
        KeyValuePair<string, string?>[] nameless = [.. TwilioCalls.TextForm("1").Where(field => field.Key != "MessageSid")];

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Client.PostAsync(address, json)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Client.PostAsync(address, large)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Client.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _clinic.CallAsync(TwilioCalls.Inbound, nameless, TwilioCalls.Seal(TwilioCalls.Inbound, nameless))).Status);
        Assert.Empty(await TextsAsync());
    }

    [Fact]
    public async Task The_longest_text_in_any_script_is_kept_as_it_came_and_nothing_of_it_is_logged()
    {
        await _clinic.BookAsync(Wednesday);
        var words = string.Concat(Enumerable.Repeat("李 <b>&amp;</b> \u202e🌻\n", 100))[..1500];

        Assert.NotNull(await _clinic.TextsAsync(words));

        Assert.Equal(words, Assert.Single(await TextsAsync()).Words);
        Assert.NotEmpty(_clinic.Log.Text);
        Assert.DoesNotContain("🌻", _clinic.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("7700900123", _clinic.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bloggs", _clinic.Log.Text, StringComparison.Ordinal);
    }

    private Task<Appointment> ReadAsync(int id) => _clinic.ReadAsync(id);

    private Task<List<ReceivedText>> TextsAsync() => _clinic.ReceivedAsync();
}
