using System.Globalization;
using Xunit;

namespace Booking.Tests;

public sealed class MessageTests
{
    private static readonly DateTime Booked = Utc("2026-03-02 10:00");
    private static readonly DateTime StartsAt = new(2026, 3, 4, 9, 0, 0);

    [Fact]
    public void A_confirmation_is_due_at_once() => Assert.Equal(Booked, Confirmation().Due);

    [Fact]
    public void A_reminder_waits_for_its_day()
    {
        var reminder = Reminder(24, Booked);

        Assert.Equal(MessageState.Pending, reminder.State);
        Assert.Equal(Utc("2026-03-03 09:00"), reminder.Due);
        Assert.False(reminder.Claim(Utc("2026-03-03 08:59")));
        Assert.True(reminder.Claim(Utc("2026-03-03 09:00")));
    }

    [Fact]
    public void Who_books_for_tomorrow_morning_in_the_afternoon_is_not_reminded_of_what_they_have_just_done()
    {
        var reminder = Reminder(24, Utc("2026-03-03 15:00"));

        Assert.Equal((MessageState.Skipped, WhyNotSent.JustBooked), (reminder.State, reminder.Why));
        Assert.Null(reminder.Due);
        Assert.False(reminder.NeedsAttention);
    }

    [Fact]
    public void Only_one_sender_gets_it()
    {
        var message = Confirmation();

        Assert.True(message.Claim(Booked));
        Assert.False(message.Claim(Booked.AddDays(1)));
    }

    [Fact]
    public void What_may_have_gone_when_its_sender_died_is_not_sent_again()
    {
        var message = Tried();

        message.LeaseEnds(Booked.AddSeconds(119));
        Assert.Equal(MessageState.Sending, message.State);

        message.LeaseEnds(Booked.AddMinutes(2));
        Assert.Equal(MessageState.Unknown, message.State);
        Assert.False(message.Claim(Booked.AddDays(1)));
        Assert.False(message.Skip(WhyNotSent.Cancelled));
    }

    [Fact]
    public void A_lost_answer_is_looked_for_twice_five_minutes_apart_and_then_tried_once_more()
    {
        var message = Tried();
        message.LoseSight(Booked);
        Assert.Equal(Booked.AddMinutes(2), message.Due);

        message.NotFound(Booked.AddMinutes(2));
        Assert.Equal((MessageState.Unknown, Booked.AddMinutes(7)), (message.State, message.Due!.Value));

        message.NotFound(Booked.AddMinutes(7));
        Assert.Equal(MessageState.Pending, message.State);

        message.Claim(Booked.AddMinutes(7));
        Send(message);
        message.LoseSight(Booked.AddMinutes(7));
        message.NotFound(Booked.AddMinutes(9));
        message.NotFound(Booked.AddMinutes(14));
        Assert.Equal((MessageState.Unknown, null, WhyNotSent.NotFound), (message.State, message.Due, message.Why));
        Assert.True(message.NeedsAttention);
    }

    [Fact]
    public void Less_than_two_hours_before_the_appointment_a_lost_answer_is_receptions_to_judge()
    {
        var message = Tried();
        var late = ClinicTime.ToUtc(StartsAt).AddMinutes(-119);
        message.LoseSight(late);

        message.NotFound(late);
        message.NotFound(late);

        Assert.Equal((MessageState.Unknown, null), (message.State, message.Due));
    }

    [Fact]
    public void A_report_heals_a_lost_answer()
    {
        var message = Tried();
        message.LoseSight(Booked);

        message.Hear(new("SM1", DeliveryResult.OnItsWay), Booked);
        Assert.Equal((MessageState.Sent, "SM1", null), (message.State, message.ProviderSid, message.Due));
    }

    [Fact]
    public void Reports_in_any_order_and_twice_end_in_the_same_place()
    {
        var message = Tried();
        message.Accepted("SM1", Booked);

        message.Hear(new("SM1", DeliveryResult.Delivered), Booked);
        var revision = message.Revision;
        message.Hear(new("SM1", DeliveryResult.OnItsWay), Booked);
        message.Hear(new("SM1", DeliveryResult.Delivered), Booked);
        message.Hear(new("SM1", DeliveryResult.Failed), Booked);
        message.Accepted("SM1", Booked);

        Assert.Equal((MessageState.Delivered, revision), (message.State, message.Revision));
    }

    [Fact]
    public void A_report_on_another_text_changes_nothing()
    {
        var message = Tried();
        message.Accepted("SM1", Booked);

        message.Hear(new("SM2", DeliveryResult.Failed), Booked);

        Assert.Equal(MessageState.Sent, message.State);
    }

    [Fact]
    public void A_phone_that_was_off_is_tried_once_more_later()
    {
        var message = Tried();
        message.Accepted("SM1", Booked);
        message.Hear(new("SM1", DeliveryResult.Undelivered, WhyNotSent.Unreachable, 30003), Booked);
        Assert.Equal((MessageState.Pending, Booked.AddMinutes(30)), (message.State, message.Due!.Value));

        message.Claim(Booked.AddMinutes(30));
        Send(message);
        message.Accepted("SM2", Booked.AddMinutes(30));
        message.Hear(new("SM2", DeliveryResult.Undelivered, WhyNotSent.Unreachable, 30003), Booked.AddMinutes(31));
        Assert.Equal((MessageState.Undelivered, WhyNotSent.Unreachable, 30003), (message.State, message.Why, message.ErrorCode));
        Assert.True(message.NeedsAttention);
    }

    [Fact]
    public void A_refused_number_is_receptions_to_see()
    {
        var message = Tried();

        message.Refused(WhyNotSent.NumberRefused, 21211, Booked);

        Assert.Equal((MessageState.Failed, WhyNotSent.NumberRefused, 21211), (message.State, message.Why, message.ErrorCode));
        Assert.True(message.NeedsAttention);
    }

    [Fact]
    public void A_cancelled_appointment_stops_its_reminder_until_the_moment_it_goes()
    {
        var waiting = Confirmation();
        var inHand = Confirmation();
        inHand.Claim(Booked);

        Assert.True(waiting.Skip(WhyNotSent.Cancelled));
        Assert.True(inHand.Skip(WhyNotSent.Cancelled));
        Assert.False(Tried().Skip(WhyNotSent.Cancelled));
        Assert.False(waiting.Claim(Booked));
    }

    [Fact]
    public void What_did_not_go_because_the_network_was_down_goes_later()
    {
        var message = Tried();

        message.PutBack(Booked.AddMinutes(1));

        Assert.Equal(MessageState.Pending, message.State);
        Assert.Null(message.Ticket);
        Assert.True(message.Claim(Booked.AddMinutes(1)));
    }

    private static Message Confirmation() => Message.About(Appointment(), MessageKind.Confirmation, Booked);

    private static Message Reminder(int hoursBefore, DateTime now) => Message.Reminder(Appointment(), hoursBefore, now);

    private static Appointment Appointment() => Tests.Booked.For(StartsAt, Booked);

    private static Message Tried()
    {
        var message = Confirmation();
        message.Claim(Booked);
        Send(message);
        return message;
    }

    private static void Send(Message message) => message.Try("+447700900123", [1], 1, "ticket" + message.Tries);

    private static DateTime Utc(string text) =>
        DateTime.SpecifyKind(DateTime.Parse(text, CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
