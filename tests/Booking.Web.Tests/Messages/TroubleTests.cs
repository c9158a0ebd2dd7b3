using System.Net;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>What the provider can do to us, and what then becomes of the text: one at most, and somebody knows.</summary>
public sealed class TroubleTests : IAsyncLifetime
{
    private static readonly DateTime Wednesday = new(2026, 11, 25, 9, 15, 0);

    private readonly TextingClinic _clinic = new();

    public static TheoryData<string> Losses => ["fail", "hang", "reset", "babble", "break off"];

    private TwilioServer Twilio => _clinic.Twilio;

    public ValueTask InitializeAsync() => _clinic.InitializeAsync();

    public ValueTask DisposeAsync() => _clinic.DisposeAsync();

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task A_text_that_went_but_whose_answer_was_lost_is_found_and_not_sent_again(string loss)
    {
        Twilio.Next(Loss(loss));
        var appointment = await _clinic.BookAsync(Wednesday);

        await _clinic.SweepAsync();
        Assert.Equal(MessageState.Unknown, (await _clinic.MessageAsync(appointment)).State);

        await SweepAfterAsync(1);
        Assert.Equal(0, Twilio.Lists);

        await SweepAfterAsync(1);
        var message = await _clinic.MessageAsync(appointment);
        Assert.Equal((MessageState.Sent, Assert.Single(Twilio.Taken).Sid), (message.State, message.ProviderSid));
        Assert.Equal(1, Twilio.Posts);
    }

    [Fact]
    public async Task A_text_that_did_not_go_is_looked_for_twice_and_then_sent_once_more()
    {
        Twilio.Next(TwilioAnswer.Reset);
        var appointment = await _clinic.BookAsync(Wednesday);
        await _clinic.SweepAsync();

        await SweepAfterAsync(2);
        await SweepAfterAsync(4);
        Assert.Equal((MessageState.Unknown, 1), ((await _clinic.MessageAsync(appointment)).State, Twilio.Lists));

        await SweepAfterAsync(1);
        await SweepAfterAsync(1);
        Assert.Equal((2, 2), (Twilio.Lists, Twilio.Posts));
        Assert.Equal((MessageState.Sent, Assert.Single(Twilio.Taken).Sid), (await StateAndSidAsync(appointment)));
    }

    [Fact]
    public async Task A_second_text_that_is_lost_too_is_receptions_to_judge()
    {
        Twilio.Usually = TwilioAnswer.Reset;
        var appointment = await _clinic.BookAsync(Wednesday);
        for (var minute = 0; minute < 60; minute++)
        {
            await SweepAfterAsync(1);
        }

        var message = await _clinic.MessageAsync(appointment);
        Assert.Equal((MessageState.Unknown, WhyNotSent.NotFound, true), (message.State, message.Why, message.NeedsAttention));
        Assert.Equal(2, Twilio.Posts);
    }

    [Fact]
    public async Task Shortly_before_the_appointment_a_lost_text_is_not_tried_again()
    {
        Twilio.Next(TwilioAnswer.Reset);
        var appointment = await _clinic.BookAsync(_clinic.Clock.Now().AddMinutes(125));
        for (var minute = 0; minute < 15; minute++)
        {
            await SweepAfterAsync(1);
        }

        Assert.True((await _clinic.MessageAsync(appointment)).NeedsAttention);
        Assert.Equal(1, Twilio.Posts);
    }

    [Fact]
    public async Task While_the_list_cannot_be_read_nothing_is_concluded()
    {
        Twilio.Next(TwilioAnswer.AcceptThenFail);
        Twilio.ListWorks = false;
        var appointment = await _clinic.BookAsync(Wednesday);
        for (var minute = 0; minute < 30; minute++)
        {
            await SweepAfterAsync(1);
        }

        Assert.Equal((MessageState.Unknown, 1), ((await _clinic.MessageAsync(appointment)).State, Twilio.Posts));

        Twilio.ListWorks = true;
        await SweepAfterAsync(2);
        Assert.Equal(MessageState.Sent, (await _clinic.MessageAsync(appointment)).State);
    }

    [Fact]
    public async Task A_process_killed_after_the_provider_took_the_text_is_no_reason_to_send_it_again()
    {
        var appointment = await _clinic.BookAsync(Wednesday);
        await _clinic.SweepAsync();
        await LeaveInHandAsync(appointment);

        await SweepAfterAsync(1);
        Assert.Equal(MessageState.Sending, (await _clinic.MessageAsync(appointment)).State);

        await SweepAfterAsync(1);
        await SweepAfterAsync(1);
        Assert.Equal((MessageState.Sent, Assert.Single(Twilio.Taken).Sid), await StateAndSidAsync(appointment));
    }

    [Fact]
    public async Task A_process_killed_before_it_sent_the_text_is_made_up_for()
    {
        Twilio.Next(TwilioAnswer.Reset);
        var appointment = await _clinic.BookAsync(Wednesday);
        await _clinic.SweepAsync();
        await LeaveInHandAsync(appointment);

        for (var minute = 0; minute < 12; minute++)
        {
            await SweepAfterAsync(1);
        }

        Assert.Equal((MessageState.Sent, Assert.Single(Twilio.Taken).Sid), await StateAndSidAsync(appointment));
    }

    [Fact]
    public async Task When_the_provider_says_slow_down_the_text_goes_a_little_later()
    {
        Twilio.Next(TwilioAnswer.Throttle, TwilioAnswer.Throttle, TwilioAnswer.Throttle);
        var appointment = await _clinic.BookAsync(Wednesday);

        await _clinic.SweepAsync();
        await _clinic.SweepAsync();
        Assert.Equal((MessageState.Pending, 1), ((await _clinic.MessageAsync(appointment)).State, Twilio.Posts));

        for (var minute = 0; minute < 10; minute++)
        {
            await SweepAfterAsync(1);
        }

        Assert.Equal(4, Twilio.Posts);
        Assert.Equal((MessageState.Sent, Assert.Single(Twilio.Taken).Sid), await StateAndSidAsync(appointment));
    }

    [Fact]
    public async Task When_everything_is_slowed_down_a_sweep_does_not_hammer()
    {
        Twilio.Usually = TwilioAnswer.Throttle;
        for (var i = 0; i < 60; i++)
        {
            await _clinic.BookAsync(Wednesday, $"+4477009001{i:00}");
        }

        await _clinic.SweepAsync();

        Assert.InRange(Twilio.Posts, 20, 26);
    }

    [Theory]
    [InlineData(401, 20003)]
    [InlineData(404, 20404)]
    [InlineData(400, 21212)]
    [InlineData(400, 21606)]
    [InlineData(400, 21608)]
    public async Task A_fault_in_our_settings_stops_all_texts_until_one_goes_through(int status, int code)
    {
        Twilio.Usually = TwilioAnswer.Refuse(status, code);
        for (var i = 0; i < 40; i++)
        {
            await _clinic.BookAsync(Wednesday, $"+4477009001{i:00}");
        }

        await _clinic.SweepAsync();
        Assert.InRange(Twilio.Posts, 1, 6);
        var before = Twilio.Posts;
        Assert.Contains($"Twilio finds fault with our settings (code {code})", await ReadyAsync(), StringComparison.Ordinal);

        await SweepAfterAsync(1);
        Assert.Equal(before, Twilio.Posts);

        await SweepAfterAsync(4);
        Assert.Equal(before + 1, Twilio.Posts);

        Twilio.Usually = TwilioAnswer.Accept;
        await SweepAfterAsync(5);
        Assert.Equal(40, Twilio.Taken.Select(text => text.To).Distinct().Count());
        Assert.Equal(40, Twilio.Taken.Count);
        Assert.Contains("\"Healthy\"", await ReadyAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(21211, WhyNotSent.NumberRefused)]
    [InlineData(21614, WhyNotSent.NumberRefused)]
    [InlineData(21612, WhyNotSent.NumberRefused)]
    [InlineData(21610, WhyNotSent.OptedOut)]
    [InlineData(21408, WhyNotSent.CountryNotEnabled)]
    [InlineData(30005, WhyNotSent.NumberRefused)]
    [InlineData(30006, WhyNotSent.Landline)]
    public async Task A_number_that_cannot_be_texted_is_remembered_for_all_who_share_it(int code, WhyNotSent why)
    {
        Twilio.For("+447700900123", TwilioAnswer.Refuse(400, code));
        var mother = await _clinic.BookAsync(Wednesday, name: "Ann Bloggs");
        await _clinic.SweepAsync();
        var child = await _clinic.BookAsync(Wednesday.AddHours(1), name: "Tom Bloggs");
        await _clinic.SweepAsync();
        _clinic.WindTo(Wednesday.AddDays(-1));
        await _clinic.SweepAsync();

        Assert.Equal((1, 0), (Twilio.Posts, Twilio.Taken.Count));
        var refused = await _clinic.MessageAsync(mother);
        Assert.Equal((MessageState.Failed, why, code), (refused.State, refused.Why, refused.ErrorCode));
        var skipped = await _clinic.MessageAsync(child);
        Assert.Equal((MessageState.Skipped, why), (skipped.State, skipped.Why));
        Assert.True((await _clinic.MessageAsync(mother, MessageKind.Reminder)).State == MessageState.Skipped);
    }

    [Theory]
    [InlineData(21617)]
    [InlineData(30007)]
    [InlineData(64999)]
    public async Task A_refusal_that_we_do_not_know_is_shown_and_not_tried_again(int code)
    {
        Twilio.Usually = TwilioAnswer.Refuse(400, code);
        var appointment = await _clinic.BookAsync(Wednesday);

        await _clinic.SweepAsync();
        await SweepAfterAsync(60);

        var message = await _clinic.MessageAsync(appointment);
        Assert.Equal((MessageState.Failed, code, true, 1), (message.State, message.ErrorCode, message.NeedsAttention, Twilio.Posts));
    }

    [Fact]
    public async Task One_bad_number_among_many_keeps_nobody_waiting()
    {
        Twilio.For("+447700900103", TwilioAnswer.Hang);
        Twilio.For("+447700900105", TwilioAnswer.Refuse(400, 21211));
        for (var i = 0; i < 10; i++)
        {
            await _clinic.BookAsync(Wednesday, $"+44770090010{i}");
        }

        await _clinic.SweepAsync();

        Assert.Equal(8, Twilio.Taken.Count);
    }

    private static TwilioAnswer Loss(string loss) => loss switch
    {
        "fail" => TwilioAnswer.AcceptThenFail,
        "hang" => TwilioAnswer.AcceptThenHang,
        "reset" => TwilioAnswer.AcceptThenReset,
        "babble" => TwilioAnswer.AcceptThenBabble,
        _ => TwilioAnswer.AcceptThenBreakOff,
    };

    // What a killed process leaves: the try is written down, its answer is not.
    private Task LeaveInHandAsync(int appointment) => _clinic.MeddleAsync(
        $"""
        UPDATE Messages SET State = {(int)MessageState.Sending}, ProviderSid = NULL, Due = {_clinic.Clock.UtcNow().AddMinutes(2)}
        WHERE AppointmentId = {appointment} AND Kind = {(int)MessageKind.Confirmation}
        """);

    private async Task SweepAfterAsync(int minutes)
    {
        _clinic.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await _clinic.SweepAsync();
    }

    private async Task<(MessageState State, string? Sid)> StateAndSidAsync(int appointment)
    {
        var message = await _clinic.MessageAsync(appointment);
        return (message.State, message.ProviderSid);
    }

    private async Task<string> ReadyAsync()
    {
        using var visitor = _clinic.Visit();
        using var answer = await visitor.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
