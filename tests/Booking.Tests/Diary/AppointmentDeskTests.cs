using Xunit;

namespace Booking.Tests;

/// <summary>What becomes of an appointment at the desk, and what stands in its history afterwards.</summary>
public sealed class AppointmentDeskTests
{
    private static readonly DateTime Tuesday = new(2026, 2, 10, 9, 0, 0);
    private static readonly DateTime Made = new(2026, 2, 2, 9, 0, 0, DateTimeKind.Utc);

    private readonly WestHill _clinic = new();

    [Fact]
    public void A_move_changes_place_and_version_and_stands_in_the_history_with_both_places()
    {
        var booked = Book();

        Assert.Null(booked.Move(At(Tuesday.AddHours(2), _clinic.Ben), _clinic.Rules, Desk(Tuesday.AddDays(-2))));

        Assert.Equal((Tuesday.AddHours(2), _clinic.Ben.Id, 2), (booked.StartsAt, booked.PractitionerId, booked.Version));
        var line = booked.History[^1];
        Assert.Equal(("Rosa Desk", "Moved"), (line.Who, line.What));
        Assert.Equal(("Tue 10 Feb, 9:00am, Aisha Khan", "Tue 10 Feb, 11:00am, Ben Howard"), (line.From, line.To));
    }

    [Fact]
    public void The_history_says_how_long_it_was_and_is_and_what_for_where_that_has_changed()
    {
        var booked = Book();

        booked.Move(At(Tuesday, _clinic.Aisha) with { Minutes = 60 }, _clinic.Rules, Desk(Tuesday.AddDays(-2)));
        booked.Move(At(Tuesday, _clinic.Aisha) with { Minutes = 60, Treatment = _clinic.SciaticaFirst }, _clinic.Rules, Desk(Tuesday.AddDays(-2)));

        Assert.Equal(
            [
                ("Tue 10 Feb, 9:00am, Aisha Khan, 45 minutes", "Tue 10 Feb, 9:00am, Aisha Khan, 60 minutes"),
                ("Tue 10 Feb, 9:00am, Aisha Khan, sports-injury", "Tue 10 Feb, 9:00am, Aisha Khan, sciatica-first-visit"),
            ],
            booked.History.Skip(1).Select(line => (line.From!, line.To!)));
    }

    [Fact]
    public void The_history_says_a_note_as_it_was_and_as_it_is_whole()
    {
        var booked = Book();
        var longest = new string('n', Appointment.NoteLength);

        booked.ChangeNote(longest, Desk(Tuesday.AddDays(-2)));
        booked.ChangeNote(null, Desk(Tuesday.AddDays(-2)));

        Assert.Equal([("no note", longest), (longest, "no note")], booked.History.Skip(1).Select(line => (line.From!, line.To!)));
    }

    [Fact]
    public void The_desk_is_told_in_its_own_words_why_it_cannot_cancel()
    {
        var begun = Book();
        Assert.Equal(Refusal.HasBegun, begun.Cancel("Ill", _clinic.Rules, Desk(Tuesday)));

        var arrived = Book();
        arrived.Mark(AppointmentStatus.Arrived, _clinic.Rules, Desk(Tuesday.AddMinutes(-5)));
        Assert.Equal(Refusal.HasArrived, arrived.Cancel("Ill", _clinic.Rules, Desk(Tuesday.AddMinutes(-4))));

        var cancelled = Book();
        cancelled.Cancel("Ill", _clinic.Rules, Desk(Tuesday.AddDays(-1)));
        Assert.Equal(Refusal.IsCancelled, cancelled.Cancel("Ill", _clinic.Rules, Desk(Tuesday.AddDays(-1))));
    }

    [Fact]
    public void Who_has_confirmed_one_time_has_not_confirmed_another()
    {
        var booked = Book();
        booked.Mark(AppointmentStatus.Confirmed, _clinic.Rules, Desk(Tuesday.AddDays(-2)));

        booked.Move(At(Tuesday, _clinic.Ben), _clinic.Rules, Desk(Tuesday.AddDays(-2)));
        Assert.Equal(AppointmentStatus.Confirmed, booked.Status);

        booked.Move(At(Tuesday.AddHours(1), _clinic.Ben), _clinic.Rules, Desk(Tuesday.AddDays(-2)));
        Assert.Equal(AppointmentStatus.Booked, booked.Status);
    }

    [Fact]
    public void A_moved_appointment_keeps_its_price_unless_it_becomes_another_treatment()
    {
        var booked = Book();
        _clinic.Sports.PricePence = 9900;

        booked.Move(At(Tuesday.AddHours(1), _clinic.Aisha), _clinic.Rules, Desk(Tuesday.AddDays(-2)));
        Assert.Equal(5800, booked.PricePence);

        _clinic.SciaticaFollowUp.PricePence = 4200;
        var followUp = At(Tuesday.AddHours(1), _clinic.Aisha) with { Treatment = _clinic.SciaticaFollowUp, Minutes = 30 };
        booked.Move(followUp, _clinic.Rules, Desk(Tuesday.AddDays(-2)));
        Assert.Equal((4200, 30), (booked.PricePence, booked.Minutes));
    }

    [Fact]
    public void A_visit_keeps_its_own_length_and_turnaround_until_it_becomes_another_treatment()
    {
        var booked = Book();
        booked.Move(At(Tuesday, _clinic.Aisha) with { Minutes = 60 }, _clinic.Rules, Desk(Tuesday.AddDays(-2)));
        (_clinic.Sports.Minutes, _clinic.Sports.TurnaroundMinutes) = (30, 15);

        Assert.Equal(new Length(60, 0), booked.LengthAs(_clinic.Sports));
        Assert.Equal(new Length(30, 10), booked.LengthAs(_clinic.Acupuncture));
    }

    [Theory]
    [InlineData(AppointmentStatus.Attended, -1, "NotYet")]
    [InlineData(AppointmentStatus.DidNotAttend, -1, "NotYet")]
    [InlineData(AppointmentStatus.DidNotAttend, 0, null)]
    [InlineData(AppointmentStatus.Attended, 60, null)]
    [InlineData(AppointmentStatus.Arrived, -30, null)]
    [InlineData(AppointmentStatus.Arrived, -24 * 60, "NotToday")]
    [InlineData(AppointmentStatus.Confirmed, -24 * 60, null)]
    [InlineData(AppointmentStatus.Cancelled, -60, "IsCancelled")]
    public void A_mark_has_its_time(AppointmentStatus status, int minutesAfterTheStart, string? refusal)
    {
        var booked = Book();

        var said = booked.Mark(status, _clinic.Rules, Desk(Tuesday.AddMinutes(minutesAfterTheStart)));

        Assert.Equal(refusal is null ? null : typeof(Refusal).GetField(refusal)!.GetValue(null), said);
        Assert.Equal(refusal is null ? status : AppointmentStatus.Booked, booked.Status);
    }

    [Fact]
    public void What_is_over_or_cancelled_stays_where_it_is()
    {
        var missed = Book();
        missed.Mark(AppointmentStatus.DidNotAttend, _clinic.Rules, Desk(Tuesday.AddHours(1)));
        var cancelled = Book();
        cancelled.Cancel("Ill", _clinic.Rules, Desk(Tuesday.AddDays(-1)));

        foreach (var appointment in new[] { missed, cancelled })
        {
            Assert.Equal(Refusal.CannotMove, appointment.Move(At(Tuesday.AddDays(1), _clinic.Ben), _clinic.Rules, Desk(Tuesday)));
            Assert.Equal(Tuesday, appointment.StartsAt);
        }
    }

    [Fact]
    public void A_cancellation_is_taken_back_while_the_time_is_still_to_come()
    {
        var booked = Book();
        booked.Cancel("Ill", _clinic.Rules, Desk(Tuesday.AddDays(-1)));

        Assert.Equal(Refusal.Past, booked.Restore(_clinic.Rules, Desk(Tuesday)));
        Assert.Null(booked.Restore(_clinic.Rules, Desk(Tuesday.AddHours(-1))));

        Assert.Equal((AppointmentStatus.Booked, null), (booked.Status, booked.CancelReason));
        Assert.Equal(["Booked online", "Cancelled", "Restored"], booked.History.Select(line => line.What));
    }

    [Fact]
    public void Whoever_had_confirmed_before_it_was_cancelled_has_confirmed_when_it_is_restored()
    {
        var booked = Book();
        booked.Mark(AppointmentStatus.Confirmed, _clinic.Rules, Desk(Tuesday.AddDays(-3)));
        booked.Cancel("Ill", _clinic.Rules, Desk(Tuesday.AddDays(-1)));
        booked.ChangeNote("Rang to say so", Desk(Tuesday.AddDays(-1)));

        booked.Restore(_clinic.Rules, Desk(Tuesday.AddHours(-1)));

        Assert.Equal((AppointmentStatus.Confirmed, null), (booked.Status, booked.CancelReason));
    }

    [Fact]
    public void What_is_so_already_changes_nothing_and_stands_in_no_history()
    {
        var booked = Book();
        booked.Mark(AppointmentStatus.Arrived, _clinic.Rules, Desk(Tuesday.AddMinutes(-5)));
        booked.ChangeNote("Rings twice", Desk(Tuesday.AddMinutes(-5)));
        var (version, lines, texts) = (booked.Version, booked.History.Count, booked.Messages.Count);

        Assert.Null(booked.Mark(AppointmentStatus.Arrived, _clinic.Rules, Desk(Tuesday)));
        booked.ChangeNote("Rings twice", Desk(Tuesday));
        Assert.Null(booked.Move(At(Tuesday, _clinic.Aisha), _clinic.Rules, Desk(Tuesday)));

        Assert.Equal((version, lines, texts), (booked.Version, booked.History.Count, booked.Messages.Count));
    }

    [Fact]
    public void An_undo_puts_everything_back_and_can_itself_be_undone()
    {
        var booked = Book();
        var before = booked.State;
        booked.Move(
            At(Tuesday.AddHours(3), _clinic.Ben) with { Lane = 1, Overruled = "Urgent" }, _clinic.Rules, Desk(Tuesday.AddDays(-2)));
        var moved = booked.State;

        Assert.Null(Number(booked).Undo(_clinic.Rules, Desk(Tuesday.AddDays(-2))));
        Assert.Equal(before, booked.State);

        Assert.Null(Number(booked).Undo(_clinic.Rules, Desk(Tuesday.AddDays(-2))));
        Assert.Equal(moved, booked.State);
        Assert.Equal(4, booked.Version);
    }

    [Fact]
    public void An_undone_booking_is_cancelled_and_nobody_is_told()
    {
        var jo = Patient.New(PersonName.Parse("Jo Bloggs"), Telephone.Parse("07700 900123"), null, 0, Made);
        var booked = Appointment.BookAtDesk(At(Tuesday, _clinic.Aisha), jo, true, null, null, _clinic.Rules, Desk(Tuesday.AddDays(-2)));

        Assert.Null(Number(booked).Undo(_clinic.Rules, Desk(Tuesday.AddDays(-2))));

        Assert.False(booked.Stands);
        Assert.All(booked.Messages, message => Assert.Equal(MessageState.Skipped, message.State));
    }

    [Fact]
    public void A_deliberate_double_booking_takes_its_own_lane_of_the_practitioner_and_no_other()
    {
        var booked = Book();

        booked.Move(At(Tuesday, _clinic.Aisha) with { Lane = 1, Overruled = "Urgent" }, _clinic.Rules, Desk(Tuesday.AddDays(-2)));

        Assert.All(booked.Claims(), claim => Assert.Equal(
            claim.Resource == Resource.Practitioner(_clinic.Aisha.Id).Key ? 1 : 0, claim.Lane));
    }

    private Appointment Book() => Booked.For(Tuesday, Made, _clinic);

    // The database numbers the lines; the last one is what an undo takes back.
    private static Appointment Number(Appointment appointment)
    {
        for (var index = 0; index < appointment.History.Count; index++)
        {
            var line = appointment.History[index];
            appointment.History[index] = new AppointmentEvent
            {
                Id = index + 1,
                At = line.At,
                Who = line.Who,
                What = line.What,
                From = line.From,
                To = line.To,
                Before = line.Before,
            };
        }

        return appointment;
    }

    private Place At(DateTime start, Practitioner practitioner) => new(
        _clinic.Sports, practitioner, Room: null, DateOnly.FromDateTime(start), TimeOnly.FromDateTime(start), _clinic.Sports.Minutes);

    private static Signature Desk(DateTime now) => new("Rosa Desk", ClinicTime.ToUtc(now));
}
