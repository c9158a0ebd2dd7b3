using Xunit;

namespace Booking.Tests;

public sealed class RunningLateTests
{
    private static readonly DateOnly Tuesday = new(2026, 2, 10);
    private static readonly DateTime Made = new(2026, 2, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_next_patients_wait_until_a_gap_has_made_up_for_the_delay()
    {
        var day = new[] { Visit(9, 0), Visit(9, 45), Visit(10, 30), Visit(11, 25), Visit(12, 30) };

        var waits = RunningLate.Waits(day, At(9, 10), 20);

        Assert.Equal([(At(9, 45), 20), (At(10, 30), 20), (At(11, 25), 10)], waits.Select(w => (w.Appointment.StartsAt, w.Minutes)));
    }

    [Fact]
    public void Who_sits_in_the_waiting_room_is_told_there_but_still_keeps_the_next_one_waiting()
    {
        var here = Visit(9, 45);
        here.Mark(AppointmentStatus.Arrived, new BookingRules(), new Signature("Rosa Desk", ClinicTime.ToUtc(At(9, 5))));

        var waits = RunningLate.Waits([Visit(10, 30), here], At(9, 10), 10);

        Assert.Equal([(At(10, 30), 10)], waits.Select(w => (w.Appointment.StartsAt, w.Minutes)));
    }

    [Fact]
    public void Nobody_waits_for_what_is_cancelled()
    {
        var cancelled = Visit(9, 45);
        cancelled.Cancel("Ill", new BookingRules(), new Signature("Rosa Desk", ClinicTime.ToUtc(At(9, 5))));

        Assert.Empty(RunningLate.Waits([cancelled], At(9, 10), 10));
    }

    private static Appointment Visit(int hour, int minute) => Booked.For(At(hour, minute), Made);

    private static DateTime At(int hour, int minute) => Tuesday.ToDateTime(new TimeOnly(hour, minute));
}
