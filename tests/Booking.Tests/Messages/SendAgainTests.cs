using Xunit;

namespace Booking.Tests;

/// <summary>A text that did not reach its patient is sent once more when a person says so, and only while it is right.</summary>
public sealed class SendAgainTests
{
    private static readonly DateTime StartsAt = new(2026, 3, 4, 9, 0, 0);
    private static readonly DateTime BookedAt = new(2026, 3, 2, 10, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Later = BookedAt.AddHours(1);
    private static readonly Signature Rosa = new("Rosa at the desk", Later);

    private readonly Appointment _appointment = Booked.For(StartsAt, BookedAt);

    private Message Confirmation => _appointment.Messages.Single(message => message.Kind == MessageKind.Confirmation);

    public static TheoryData<Action<Message>> Ends => new(
        Refuse,
        message => Hear(message, DeliveryResult.Undelivered),
        message => Hear(message, DeliveryResult.Failed),
        LoseForGood,
        message => message.Skip(WhyNotSent.NotTextable),
        message => message.Skip(WhyNotSent.OptedOut));

    public static TheoryData<Action<Message>> OtherStates => new(
        message => { },
        Send,
        message => Hear(message, DeliveryResult.OnItsWay),
        message => Hear(message, DeliveryResult.Delivered),
        Lose,
        message => message.Skip(WhyNotSent.Cancelled),
        message => message.Skip(WhyNotSent.TooLate));

    [Theory]
    [MemberData(nameof(Ends))]
    public void What_did_not_reach_them_goes_once_more_and_the_history_says_who_sent_it(Action<Message> happens)
    {
        happens(Confirmation);

        Assert.Null(_appointment.SendAgain(Confirmation, refused: null, Rosa));

        Assert.Equal((MessageState.Pending, Later, null), (Confirmation.State, Confirmation.Due, Confirmation.Ticket));
        Assert.Equal(("Rosa at the desk", "Confirmation sent again"), (_appointment.History[^1].Who, _appointment.History[^1].What));
        Assert.True(Confirmation.Claim(Later));
    }

    [Theory]
    [MemberData(nameof(OtherStates))]
    public void What_may_still_arrive_or_has_arrived_or_was_rightly_left_out_does_not_go_again(Action<Message> happens)
    {
        happens(Confirmation);
        var (state, revision) = (Confirmation.State, Confirmation.Revision);

        Assert.Equal(Refusal.TextHasMovedOn, _appointment.SendAgain(Confirmation, refused: null, Rosa));

        Assert.Equal((state, revision), (Confirmation.State, Confirmation.Revision));
        Assert.Single(_appointment.History);
    }

    [Fact]
    public void What_is_no_longer_so_is_not_sent_again()
    {
        Refuse(Confirmation);
        _appointment.Cancel("Ill", new BookingRules(), Rosa);

        Assert.Equal(Refusal.TextIsUntrue, _appointment.SendAgain(Confirmation, refused: null, Rosa));
    }

    [Theory]
    [InlineData("2026-03-04 09:00", true)]
    [InlineData("2026-03-04 08:59", false)]
    [InlineData("2026-03-03 23:00", false)] // it waits for the morning, in time
    public void Once_the_appointment_has_begun_it_is_too_late(string utc, bool tooLate)
    {
        Refuse(Confirmation);
        var by = Rosa with { At = DateTime.SpecifyKind(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc) };

        Assert.Equal(tooLate ? Refusal.TooLateToText : null, _appointment.SendAgain(Confirmation, refused: null, by));
    }

    [Fact]
    public void A_number_that_takes_no_texts_has_to_be_corrected_first()
    {
        Refuse(Confirmation);

        Assert.Equal(Refusal.NumberTakesNoTexts, _appointment.SendAgain(Confirmation, WhyNotSent.Landline, Rosa));
        Assert.Equal(Refusal.WantsNoTexts, _appointment.SendAgain(Confirmation, WhyNotSent.OptedOut, Rosa));
        Assert.Equal(MessageState.Failed, Confirmation.State);
    }

    [Fact]
    public void What_is_reported_of_the_earlier_try_no_longer_counts_and_there_is_no_third_chance()
    {
        Refuse(Confirmation);
        _appointment.SendAgain(Confirmation, refused: null, Rosa);
        Send(Confirmation);

        Confirmation.Hear(new("SM2", DeliveryResult.Undelivered, WhyNotSent.Unreachable, 30003), Later);

        Assert.Equal((MessageState.Undelivered, true), (Confirmation.State, Confirmation.NeedsAttention));
    }

    [Theory]
    [InlineData(DeliveryResult.Undelivered, 2)]
    [InlineData(DeliveryResult.Failed, 0)] // the provider charges nothing for it
    public void A_try_that_the_provider_took_costs_though_another_follows(DeliveryResult result, int earlier)
    {
        Send(Confirmation, parts: 2);
        Confirmation.Hear(new("SM1", result, WhyNotSent.Refused, 30008), Later);

        _appointment.SendAgain(Confirmation, refused: null, Rosa);
        Send(Confirmation);

        Assert.Equal((1, earlier), (Confirmation.Parts, Confirmation.EarlierParts));
    }

    [Fact]
    public void So_does_one_that_found_the_phone_off()
    {
        Send(Confirmation, parts: 2);
        Confirmation.Hear(new("SM1", DeliveryResult.Undelivered, WhyNotSent.Unreachable, 30003), Later);
        Assert.Equal((MessageState.Pending, 2), (Confirmation.State, Confirmation.EarlierParts));

        Confirmation.Claim(Confirmation.Due!.Value);
        Confirmation.Try("+447700900123", [1], 1, "again");
        Confirmation.Hear(new("SM2", DeliveryResult.Undelivered, WhyNotSent.Unreachable, 30003), Later);

        Assert.Equal((MessageState.Undelivered, 1, 2), (Confirmation.State, Confirmation.Parts, Confirmation.EarlierParts));
    }

    [Fact]
    public void What_the_provider_refused_or_never_had_costs_nothing()
    {
        Send(Confirmation);
        Confirmation.PutBack(Later);
        Send(Confirmation);
        Confirmation.LoseSight(Later);
        Confirmation.NotFound(Later);
        Confirmation.NotFound(Later);
        Refuse(Confirmation);

        _appointment.SendAgain(Confirmation, refused: null, Rosa);

        Assert.Equal(0, Confirmation.EarlierParts);
    }

    [Fact]
    public void What_somebody_has_seen_to_needs_nobody_until_it_fails_anew()
    {
        Refuse(Confirmation);

        Assert.Null(Confirmation.SeeTo("Rosa", Later));
        Assert.Equal((false, "Rosa", Later), (Confirmation.NeedsAttention, Confirmation.SeenToBy, Confirmation.SeenToAt));
        Assert.Equal(Refusal.TextHasMovedOn, Confirmation.SeeTo("Ben", Later));

        _appointment.SendAgain(Confirmation, refused: null, Rosa);
        Refuse(Confirmation);
        Assert.True(Confirmation.NeedsAttention);
    }

    private static void Send(Message message) => Send(message, parts: 1);

    private static void Send(Message message, int parts)
    {
        message.Claim(Later);
        message.Try("+447700900123", [1], parts, "t" + message.Tries);
    }

    private static void Refuse(Message message)
    {
        Send(message);
        message.Refused(WhyNotSent.Refused, 21617, Later);
    }

    private static void Hear(Message message, DeliveryResult result)
    {
        Send(message);
        message.Hear(new("SM1", result, result == DeliveryResult.OnItsWay ? null : WhyNotSent.Refused, 30008), Later);
    }

    private static void Lose(Message message)
    {
        Send(message);
        message.LoseSight(Later);
    }

    private static void LoseForGood(Message message)
    {
        Lose(message);
        message.NotFound(Later);
        message.NotFound(Later);
        Send(message);
        message.LoseSight(Later);
        message.NotFound(Later);
        message.NotFound(Later);
    }
}
