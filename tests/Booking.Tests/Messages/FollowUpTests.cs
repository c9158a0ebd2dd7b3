using Xunit;

namespace Booking.Tests;

/// <summary>Somebody who did not come is asked to book again, where the clinic wants that, once.</summary>
public sealed class FollowUpTests
{
    private static readonly DateTime Tuesday = new(2026, 2, 10, 9, 0, 0);

    private readonly WestHill _clinic = new();
    private readonly Appointment _booked;

    public FollowUpTests()
    {
        _clinic.Rules.FollowsUpMissed = true;
        _booked = Booked.For(Tuesday, new(2026, 2, 2, 9, 0, 0, DateTimeKind.Utc), _clinic);
    }

    [Fact]
    public void It_is_off_until_the_clinic_wants_it()
    {
        _clinic.Rules.FollowsUpMissed = false;

        Mark(AppointmentStatus.DidNotAttend, Tuesday.AddMinutes(30));

        Assert.Empty(FollowUps());
    }

    [Fact]
    public void It_waits_for_an_hour_in_which_the_mark_can_be_taken_back()
    {
        Mark(AppointmentStatus.DidNotAttend, Tuesday.AddMinutes(30));

        Assert.Equal(ClinicTime.ToUtc(Tuesday.AddMinutes(90)), Assert.Single(FollowUps()).Due);

        Mark(AppointmentStatus.Arrived, Tuesday.AddMinutes(40));
        Assert.Equal((MessageState.Skipped, WhyNotSent.CameAfterAll), (FollowUps()[0].State, FollowUps()[0].Why!.Value));
    }

    [Fact]
    public void A_mark_that_is_taken_back_and_made_again_is_followed_up_once()
    {
        Mark(AppointmentStatus.DidNotAttend, Tuesday.AddMinutes(30));
        Mark(AppointmentStatus.Arrived, Tuesday.AddMinutes(31));
        Assert.DoesNotContain(FollowUps(), message => message.IsWaiting);

        Mark(AppointmentStatus.DidNotAttend, Tuesday.AddMinutes(32));
        Assert.Single(FollowUps(), message => message.IsWaiting);
    }

    [Fact]
    public void One_that_has_gone_is_not_followed_by_another()
    {
        Mark(AppointmentStatus.DidNotAttend, Tuesday.AddMinutes(30));
        var first = FollowUps()[0];
        Assert.True(first.Claim(first.Due!.Value));
        first.Try("+447700900123", [1], 1, "ticket");
        first.Accepted("SM1", first.TriedAt!.Value);

        Mark(AppointmentStatus.Attended, Tuesday.AddHours(3));
        Mark(AppointmentStatus.DidNotAttend, Tuesday.AddHours(4));

        Assert.Single(FollowUps());
    }

    [Fact]
    public void In_the_evening_it_waits_for_the_morning_and_is_still_of_use_then()
    {
        Mark(AppointmentStatus.DidNotAttend, Tuesday.Date.AddHours(20).AddMinutes(30));

        var followUp = Assert.Single(FollowUps());
        var morning = Tuesday.Date.AddDays(1).AddHours(8);
        Assert.Equal(ClinicTime.ToUtc(morning), followUp.Due);
        Assert.Null(followUp.WhyNot(_booked, _booked.Patient, refused: null, morning));
    }

    [Fact]
    public void One_that_is_planned_is_wanted_only_as_long_as_the_clinic_follows_up()
    {
        Mark(AppointmentStatus.DidNotAttend, Tuesday.AddMinutes(30));
        Assert.Null(FollowUps()[0].WhyUnwanted(_clinic.Rules));

        _clinic.Rules.FollowsUpMissed = false;

        Assert.Equal(WhyNotSent.SwitchedOff, FollowUps()[0].WhyUnwanted(_clinic.Rules));
        Assert.All(_booked.Messages.Except(FollowUps()), message => Assert.Null(message.WhyUnwanted(_clinic.Rules)));
    }

    [Fact]
    public void Who_catches_up_with_last_weeks_diary_writes_to_nobody()
    {
        Mark(AppointmentStatus.DidNotAttend, Tuesday.AddDays(2));

        Assert.Empty(FollowUps());
    }

    private List<Message> FollowUps() => _booked.Messages.FindAll(message => message.Kind == MessageKind.DidNotAttend);

    private void Mark(AppointmentStatus status, DateTime wall) => Assert.Null(_booked.Mark(status, _clinic.Rules, Desk(wall)));

    private static Signature Desk(DateTime wall) => new("Rosa Desk", ClinicTime.ToUtc(wall));
}
