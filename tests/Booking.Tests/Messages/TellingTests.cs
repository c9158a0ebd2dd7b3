using Xunit;

namespace Booking.Tests;

/// <summary>What a patient is told of changes: the final truth, once, and nothing that they know already.</summary>
public sealed class TellingTests
{
    private static readonly DateTime Tuesday = new(2026, 2, 10, 9, 0, 0);
    private static readonly DateTime Made = new(2026, 2, 2, 9, 0, 0, DateTimeKind.Utc);

    private readonly WestHill _clinic = new();
    private readonly Appointment _booked;
    private DateTime _now = ClinicTime.ToUtc(Tuesday.AddDays(-4));

    public TellingTests() => _booked = Booked.For(Tuesday, Made, _clinic);

    [Fact]
    public void Who_was_told_one_time_is_told_of_the_other_after_the_undo_window_and_reminded_of_it()
    {
        Send(MessageKind.Confirmation);

        Move(Tuesday.AddHours(1));

        var changed = Waiting(MessageKind.Changed);
        Assert.Equal((_now.AddSeconds(60), Tuesday.AddHours(1)), (changed.Due!.Value, changed.StartsAt));
        Assert.Equal(ClinicTime.ToUtc(Tuesday.AddHours(-23)), Waiting(MessageKind.Reminder).Due);
        Assert.Equal(2, _booked.Messages.Count(message => message.IsWaiting));
    }

    [Fact]
    public void Who_was_told_nothing_yet_is_told_the_final_time_only()
    {
        Move(Tuesday.AddHours(1));
        Move(Tuesday.AddHours(2));

        Assert.Equal(Tuesday.AddHours(2), Waiting(MessageKind.Confirmation).StartsAt);
        Assert.Equal(2, _booked.Messages.Count(message => message.IsWaiting));
    }

    [Fact]
    public void A_move_there_and_back_within_the_window_tells_nothing()
    {
        Send(MessageKind.Confirmation);

        Move(Tuesday.AddHours(1));
        Move(Tuesday);

        Assert.Equal(MessageKind.Reminder, Assert.Single(_booked.Messages, message => message.IsWaiting).Kind);
        Assert.Equal(Tuesday, Waiting(MessageKind.Reminder).StartsAt);
    }

    [Fact]
    public void Two_moves_within_the_window_tell_the_second_only_and_wait_from_the_second_on()
    {
        Send(MessageKind.Confirmation);

        Move(Tuesday.AddHours(1));
        _now = _now.AddSeconds(30);
        Move(Tuesday.AddHours(2));

        var changed = Waiting(MessageKind.Changed);
        Assert.Equal((_now.AddSeconds(60), Tuesday.AddHours(2)), (changed.Due!.Value, changed.StartsAt));
    }

    [Fact]
    public void A_move_after_the_reminder_brings_a_change_now_and_a_new_reminder_later()
    {
        Send(MessageKind.Confirmation);
        Send(MessageKind.Reminder);

        Move(Tuesday.AddDays(2));

        Assert.Equal(Tuesday.AddDays(2), Waiting(MessageKind.Changed).StartsAt);
        Assert.Equal(Tuesday.AddDays(2), Waiting(MessageKind.Reminder).StartsAt);
    }

    [Fact]
    public void Another_length_or_room_is_no_news()
    {
        Send(MessageKind.Confirmation);

        _booked.Move(At(Tuesday) with { Minutes = 60, Room = _clinic.NeedleRoom }, _clinic.Rules, Desk());

        Assert.Equal(MessageKind.Reminder, Assert.Single(_booked.Messages, message => message.IsWaiting).Kind);
    }

    [Fact]
    public void A_colleague_at_the_same_time_is_news()
    {
        Send(MessageKind.Confirmation);

        _booked.Move(At(Tuesday) with { Practitioner = _clinic.Ben }, _clinic.Rules, Desk());

        Assert.Equal(_clinic.Ben.Id, Waiting(MessageKind.Changed).PractitionerId);
    }

    [Fact]
    public void A_cancellation_is_told_once_and_one_that_is_taken_back_in_time_is_not()
    {
        Send(MessageKind.Confirmation);

        _booked.Cancel("Ill", _clinic.Rules, Desk());
        Assert.Equal(MessageKind.Cancelled, Assert.Single(_booked.Messages, message => message.IsWaiting).Kind);

        _booked.Restore(_clinic.Rules, Desk());
        Assert.Equal(MessageKind.Reminder, Assert.Single(_booked.Messages, message => message.IsWaiting).Kind);
        Assert.Equal(WhyNotSent.Restored, _booked.Messages.Single(message => message.Kind == MessageKind.Cancelled).Why);
    }

    [Fact]
    public void Who_was_told_of_a_cancellation_that_is_taken_back_is_told_that_they_are_booked()
    {
        Send(MessageKind.Confirmation);
        _booked.Cancel("Ill", _clinic.Rules, Desk());
        Send(MessageKind.Cancelled);

        _booked.Restore(_clinic.Rules, Desk());

        Assert.Equal(Tuesday, Waiting(MessageKind.Confirmation).StartsAt);
    }

    [Fact]
    public void Who_booked_online_hears_of_a_cancellation_though_no_text_has_reached_them()
    {
        _booked.Cancel("Aisha is ill", _clinic.Rules, Desk());

        Assert.Equal(MessageKind.Cancelled, Assert.Single(_booked.Messages, message => message.IsWaiting).Kind);
    }

    [Fact]
    public void Who_cancels_before_any_text_has_gone_has_read_it_on_the_page()
    {
        _booked.Cancel("By the patient, online", _clinic.Rules, Signature.OfPatient(_now));

        Assert.DoesNotContain(_booked.Messages, message => message.IsWaiting);
    }

    [Theory]
    [InlineData(60, null)]
    [InlineData(61, MessageKind.Cancelled)]
    public void What_reception_books_and_cancels_in_one_breath_is_told_to_nobody(int seconds, MessageKind? told)
    {
        var jo = Patient.New(PersonName.Parse("Jo Bloggs"), Telephone.Parse("07700 900123"), null, 0, Made);
        var booked = Appointment.BookAtDesk(At(Tuesday), jo, true, null, null, _clinic.Rules, Desk());
        _now = _now.AddSeconds(seconds);

        booked.Cancel("Booked twice", _clinic.Rules, Desk());

        Assert.Equal(told, booked.Messages.SingleOrDefault(message => message.IsWaiting)?.Kind);
    }

    [Fact]
    public void A_patient_who_cancels_is_told_at_once()
    {
        Send(MessageKind.Confirmation);

        _booked.Cancel("By the patient, online", _clinic.Rules, Signature.OfPatient(_now));

        Assert.Equal(_now, Waiting(MessageKind.Cancelled).Due);
    }

    [Fact]
    public void A_newer_delay_takes_the_place_of_one_that_has_not_been_told()
    {
        Send(MessageKind.Confirmation);

        _booked.TellRunningLate(10, _clinic.Rules, Desk());
        _booked.TellRunningLate(20, _clinic.Rules, Desk());

        Assert.Equal(20, Waiting(MessageKind.RunningLate).MinutesLate);
    }

    [Fact]
    public void No_text_tells_of_what_is_over()
    {
        _now = ClinicTime.ToUtc(Tuesday.AddMinutes(10));

        _booked.Move(At(Tuesday.AddMinutes(5)), _clinic.Rules, Desk());

        Assert.DoesNotContain(_booked.Messages, message => message.IsWaiting && message.StartsAt != Tuesday);
    }

    private void Move(DateTime to) => Assert.Null(_booked.Move(At(to), _clinic.Rules, Desk()));

    private void Send(MessageKind kind)
    {
        var message = Waiting(kind);
        Assert.True(message.Claim(message.Due!.Value));
        message.Try("+447700900123", [1], 1, $"ticket {message.Version} {kind}");
        message.Accepted("SM1", _now);
    }

    private Message Waiting(MessageKind kind) => Assert.Single(_booked.Messages, message => message.Kind == kind && message.IsWaiting);

    private Place At(DateTime start) => new(
        _clinic.Sports, _clinic.Aisha, Room: null, DateOnly.FromDateTime(start), TimeOnly.FromDateTime(start), _clinic.Sports.Minutes);

    private Signature Desk() => new("Rosa Desk", _now);
}
