using CsCheck;
using Xunit;

namespace Booking.Tests;

/// <summary>Whoever leave puts out is offered a place that can really be had.</summary>
public sealed class LeavePlanTests
{
    private const int Diaries = 150;

    private static readonly DateTime Tuesday = new(2026, 2, 10, 9, 0, 0);
    private static readonly DateTime Made = new(2026, 2, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_suggestion_obeys_the_rules_and_is_in_nobodys_way() => FullDiary.Any.Sample(diary =>
    {
        var plan = diary.Plan();
        foreach (var one in plan)
        {
            var appointment = one.Appointment;
            if (one.Suggestion is not { } place)
            {
                continue;
            }

            // All others as they stand or as they are suggested to, and the leave.
            var taken = diary.Occupancy(appointment, plan.Where(other => other.Appointment != appointment));
            diary.Off.Take(taken);
            var day = new DiaryDay(diary.Clinic, place.Practitioner, place.Date, taken, diary.Now, atDesk: true);
            Assert.Null(day.WhyNot(place.Treatment, place.Start));
            Assert.Equal(appointment.TreatmentId, place.Treatment.Id);
            Assert.Equal(place.Treatment.RoomKind, place.Room?.Kind);
            Assert.DoesNotContain(
                taken.Of(Resource.Patient(appointment.PatientId), place.Date).Ticks(),
                tick => place.Slot.Ticks().Contains((place.Date.DayNumber * TickSet.TicksADay) + tick));
        }
    }, iter: Diaries);

    [Fact]
    public void Everybody_who_is_put_out_is_in_the_plan_once_and_nobody_else_is() => FullDiary.Any.Sample(diary => Assert.Equal(
        diary.Appointments.Where(a => diary.Off.PutsOut(a, diary.Now)).OrderBy(a => a.Id),
        diary.Plan().Select(one => one.Appointment).OrderBy(a => a.Id)), iter: Diaries);

    [Fact]
    public void Some_suggestion_is_found_in_an_empty_diary() => FullDiary.Any.Sample(diary => Assert.All(
        diary.Plan().Where(one => diary.Off.Who.Count == 1),
        one => Assert.NotNull(one.Suggestion)), iter: Diaries);

    [Fact]
    public void The_same_practitioner_comes_first_as_near_as_can_be()
    {
        var clinic = new WestHill();

        var place = Suggest(clinic, clinic.Sports, new TimeOff([clinic.Aisha], Tuesday, Tuesday.AddHours(3), "Meeting"));

        Assert.Equal((clinic.Aisha, Tuesday.AddMinutes(-45)), (place!.Practitioner, place.Slot.StartsAt));
    }

    [Fact]
    public void A_colleague_at_the_same_time_is_there_to_choose_after_the_same_practitioner()
    {
        var clinic = new WestHill();

        var places = Places(clinic, clinic.Sports, new TimeOff([clinic.Aisha], Tuesday, Tuesday.AddHours(3), "Meeting"));

        Assert.Equal(
            [(clinic.Aisha, Tuesday.AddMinutes(-45)), (clinic.Ben, Tuesday)],
            places.Select(place => (place.Practitioner, place.Slot.StartsAt)));
    }

    [Fact]
    public void A_colleague_stands_in_for_somebody_who_is_away_for_weeks()
    {
        var clinic = new WestHill();
        clinic.Take(clinic.Ben, "2026-02-10 09:00", 60);

        var place = Suggest(clinic, clinic.Sports, new TimeOff([clinic.Aisha], Tuesday.Date.AddDays(-8), Tuesday.Date.AddDays(14), "Leave"));

        Assert.Equal((clinic.Ben, Tuesday.AddMinutes(-45)), (place!.Practitioner, place.Slot.StartsAt));
    }

    [Fact]
    public void What_no_colleague_gives_waits_until_the_practitioner_is_back()
    {
        var clinic = new WestHill();

        var place = Suggest(clinic, clinic.SciaticaFirst, new TimeOff([clinic.Aisha], Tuesday.Date.AddDays(-8), Tuesday.Date.AddDays(14), "Leave"));

        Assert.Equal((clinic.Aisha, new DateTime(2026, 2, 24, 8, 0, 0)), (place!.Practitioner, place.Slot.StartsAt));
    }

    [Fact]
    public void Where_nobody_can_nothing_is_suggested()
    {
        var clinic = new WestHill();
        clinic.Aisha.LastDay = DateOnly.FromDateTime(Tuesday);

        Assert.Null(Suggest(clinic, clinic.SciaticaFirst, new TimeOff([clinic.Aisha], clinic.Now.Date, Tuesday.Date.AddDays(1), "Leave")));
    }

    [Fact]
    public void The_room_that_somebody_has_is_theirs_to_take_along_to_a_colleague()
    {
        var clinic = new WestHill();
        var locum = WestHill.Works(3, "Cleo Locum", clinic.Acupuncture);
        clinic.Locums.Add(locum);

        var place = Suggest(clinic, clinic.Acupuncture, new TimeOff([clinic.Ben], Tuesday.Date.AddDays(-8), Tuesday.Date.AddDays(9), "Off sick"));

        Assert.Equal((locum, Tuesday, clinic.NeedleRoom), (place!.Practitioner, place.Slot.StartsAt, place.Room));
    }

    [Fact]
    public void Nobody_is_asked_to_come_earlier_at_no_notice()
    {
        var clinic = new WestHill { Now = Tuesday.AddHours(-1) };

        var place = Suggest(clinic, clinic.Sports, new TimeOff([clinic.Aisha], Tuesday.AddMinutes(30), Tuesday.AddHours(2), "Off sick"));

        Assert.Equal(Tuesday.AddHours(2), place!.Slot.StartsAt);
    }

    private static Place? Suggest(WestHill clinic, Treatment treatment, TimeOff off) =>
        Places(clinic, treatment, off) is [var best, ..] ? best : null;

    private static IReadOnlyList<Place> Places(WestHill clinic, Treatment treatment, TimeOff off)
    {
        var booked = Booked.For(Tuesday, Made, clinic, treatment);
        clinic.Taken.Take(Resource.Practitioner(booked.PractitionerId), booked.Slot.Lengthened(booked.TurnaroundMinutes));
        if (booked.RoomId is { } room)
        {
            clinic.Taken.Take(Resource.Room(room), booked.Slot.Lengthened(booked.TurnaroundMinutes));
        }

        off.Take(clinic.Taken);
        var today = DateOnly.FromDateTime(clinic.Now);
        return Assert.Single(
            new LeavePlan(clinic.Open(today).Clinic, clinic.Taken, today, 40, clinic.Now).For([booked])).Places;
    }
}
