using Xunit;

namespace Booking.Tests;

/// <summary>An appointment is what was promised when it was booked, until it is cancelled.</summary>
public sealed class AppointmentTests
{
    private static readonly DateTime BookedAt = new(2026, 1, 20, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Day = WestHill.At("2026-02-02 09:00");

    private readonly WestHill _clinic = new();

    [Fact]
    public void Sports_becomes_longer_and_what_was_booked_before_keeps_its_end()
    {
        var booked = Book(_clinic.Sports);

        _clinic.Sports.Minutes = 60;

        Assert.Equal(WestHill.At("2026-02-02 09:45"), booked.Slot.EndsAt);
        _clinic.Take(_clinic.Aisha, "2026-02-02 09:00", booked.Minutes);
        Assert.Null(_clinic.WhyNot("2026-02-02 09:45", _clinic.Sports, _clinic.Aisha));
        Assert.StartsWith("08:00 09:45 10:00", _clinic.Listed(WestHill.Monday, _clinic.Sports, _clinic.Aisha), StringComparison.Ordinal);
        Assert.EndsWith("19:00", _clinic.Listed(WestHill.Monday, _clinic.Sports, _clinic.Aisha), StringComparison.Ordinal);
    }

    [Fact]
    public void Practitioner_and_room_are_taken_until_the_turnaround_is_over_and_the_patient_while_treated()
    {
        var claims = Book(_clinic.Acupuncture).Claims().ToList();

        Assert.Equal([8, 8, 6], claims.GroupBy(claim => claim.Resource).Select(group => group.Count()));
        Assert.Equal(claims.OrderBy(claim => claim.Resource).ThenBy(claim => claim.Tick), claims);
        Assert.All(claims, claim => Assert.Null(claim.Expires));
    }

    [Fact]
    public void Booking_plans_one_confirmation_and_one_reminder_for_the_same_wall_clock_time_a_day_before()
    {
        var messages = Book(_clinic.Sports).Messages;

        Assert.Equal([MessageKind.Confirmation, MessageKind.Reminder], messages.Select(message => message.Kind));
        Assert.Equal([BookedAt, ClinicTime.ToUtc(Day.AddDays(-1))], messages.Select(message => message.Due!.Value));
        Assert.All(messages, message => Assert.Equal((Day, 1), (message.StartsAt, message.Version)));
    }

    [Fact]
    public void Cancelling_withdraws_the_texts_that_have_not_gone_and_says_who_did_it()
    {
        var booked = Book(_clinic.Sports);

        Assert.Null(booked.Cancel("Cannot come", _clinic.Rules, By(Day.AddHours(-30))));

        Assert.False(booked.Stands);
        Assert.Equal(2, booked.Version);
        Assert.All(booked.Messages, message => Assert.Equal(MessageState.Skipped, message.State));
        Assert.Equal(["Booked online", "Cancelled"], booked.History.Select(line => line.What));
    }

    [Fact]
    public void What_has_begun_or_is_cancelled_cannot_be_cancelled()
    {
        Assert.Equal(Refusal.AlreadyOver, Book(_clinic.Sports).Cancel("", _clinic.Rules, By(Day)));
        var booked = Book(_clinic.Sports);
        Assert.Null(booked.Cancel("", _clinic.Rules, By(Day.AddMinutes(-1))));

        Assert.Equal(Refusal.AlreadyOver, booked.Cancel("", _clinic.Rules, By(Day.AddMinutes(-1))));
        Assert.Equal(2, booked.Version);
    }

    private static Signature By(DateTime now) => Signature.OfPatient(ClinicTime.ToUtc(now));

    private Appointment Book(Treatment treatment) => Booked.For(Day, BookedAt, _clinic, treatment);
}
