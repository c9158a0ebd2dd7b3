using CsCheck;
using Xunit;

namespace Booking.Tests;

/// <summary>Patients are reminded as often as the clinic has settled, also of what was booked before it settled that.</summary>
public sealed class ReminderPlanningTests
{
    private static readonly DateTime Friday = new(2026, 2, 13, 14, 0, 0);
    private static readonly DateTime Made = new(2026, 2, 2, 9, 0, 0, DateTimeKind.Utc);

    private static readonly int[] Leads = [1, 2, 12, 24, 48, 72];

    private readonly WestHill _clinic = new();

    [Fact]
    public void Two_lead_times_make_two_reminders()
    {
        Settle(48, 2);

        Assert.Equal([(48, Before(48)), (2, Before(2))], Waiting(Book()));
    }

    [Fact]
    public void A_treatment_with_reminders_of_its_own_has_only_these()
    {
        Settle(24);
        _clinic.Rules.Reminders.Add(new ReminderLead { HoursBefore = 72, TreatmentId = _clinic.Sports.Id });
        _clinic.Rules.Reminders.Add(new ReminderLead { HoursBefore = 3, TreatmentId = _clinic.Sports.Id });

        Assert.Equal([(72, Before(72)), (3, Before(3))], Waiting(Book()));
        Assert.Equal([(24, Before(24))], Waiting(Booked.For(Friday, Made, _clinic, _clinic.SciaticaFollowUp)));
    }

    [Fact]
    public void Without_any_nobody_is_reminded()
    {
        Settle();

        Assert.Empty(Waiting(Book()));
    }

    [Fact]
    public void A_longer_lead_time_takes_the_place_of_the_shorter()
    {
        var booked = Book();

        Plan(booked, Made, 48);

        Assert.Equal([(48, Before(48))], Waiting(booked));
        Assert.Equal(WhyNotSent.Replaced, booked.Messages.Single(message => message.HoursBefore == 24).Why);
    }

    [Fact]
    public void One_whose_new_time_has_passed_goes_at_once_if_the_old_one_had_not_gone()
    {
        var booked = Book();

        Plan(booked, Before(30), 48);

        Assert.Equal([(48, Before(48))], Waiting(booked));
    }

    [Fact]
    public void One_that_has_gone_stands_for_one_of_those_that_are_wanted_now()
    {
        var booked = Book();
        Send(booked, 24);

        Plan(booked, Before(23), 12);
        Assert.Empty(Waiting(booked));

        Plan(booked, Before(22), 12, 3);
        Assert.Equal([(3, Before(3))], Waiting(booked));
    }

    [Fact]
    public void A_second_one_that_is_already_too_late_is_not_sent_beside_the_first()
    {
        var booked = Book();

        Plan(booked, Before(30), 48, 24);

        Assert.Equal([(24, Before(24))], Waiting(booked));
    }

    [Fact]
    public void A_setting_that_is_changed_there_and_back_leaves_things_as_they_were()
    {
        var booked = Book();

        Plan(booked, Made, 48);
        Plan(booked, Made, 24);

        Assert.Equal([(24, Before(24))], Waiting(booked));
    }

    [Fact]
    public void Who_booked_too_late_for_the_longer_one_is_reminded_by_a_shorter()
    {
        Settle(48);
        var booked = Booked.For(Friday, Before(30), _clinic);
        Assert.Empty(Waiting(booked));

        Plan(booked, Before(29), 72);
        Assert.Empty(Waiting(booked));

        Plan(booked, Before(29), 24);
        Assert.Equal([(24, Before(24))], Waiting(booked));
    }

    [Fact]
    public void Two_that_the_night_brings_together_are_one()
    {
        Settle(11, 10);
        var booked = Booked.For(new(2026, 2, 13, 8, 30, 0), Made, _clinic);

        Assert.Single(Waiting(booked));
    }

    [Fact]
    public void Whatever_is_settled_and_sent_there_is_one_row_for_a_lead_and_never_more_reminders_than_are_wanted() =>
        Gen.Select(Gen.Int[0, 5].Select(at => Leads[at]).Array[0, 4], Gen.Bool).Array[1, 8].Sample(changes =>
        {
            Settle(24);
            var booked = Book();
            var (most, now) = (1, Made.AddDays(7));
            foreach (var (leads, sends) in changes)
            {
                most = Math.Max(most, leads.Distinct().Count());
                now = now.AddHours(6);
                Plan(booked, now, leads);
                Assert.Equal(booked.Messages.Count, booked.Messages.Select(m => (m.Kind, m.Version, m.HoursBefore, m.Channel)).Distinct().Count());
                Assert.True(Reminders(booked).Count(m => m.MayHaveGone || m.IsWaiting) <= most);
                if (sends && Reminders(booked).FirstOrDefault(m => m.IsWaiting && m.Due <= now) is { HoursBefore: var hours })
                {
                    Send(booked, hours);
                }
            }
        }, threads: 1); // they share a clinic, whose settings change

    private static IEnumerable<Message> Reminders(Appointment booked) =>
        booked.Messages.Where(message => message.Kind == MessageKind.Reminder);

    private static IEnumerable<(int Hours, DateTime Due)> Waiting(Appointment booked) =>
        Reminders(booked).Where(message => message.IsWaiting).OrderByDescending(message => message.HoursBefore)
            .Select(message => (message.HoursBefore, message.Due!.Value));

    private static DateTime Before(int hours) => ClinicTime.ToUtc(Friday.AddHours(-hours));

    private static void Send(Appointment booked, int hours)
    {
        var reminder = Reminders(booked).Single(message => message.HoursBefore == hours && message.IsWaiting);
        Assert.True(reminder.Claim(reminder.Due!.Value));
        reminder.Try("+447700900123", [1], 1, $"ticket {hours}");
        reminder.Accepted("SM1", reminder.TriedAt!.Value);
    }

    private Appointment Book() => Booked.For(Friday, Made, _clinic);

    private void Plan(Appointment booked, DateTime now, params int[] hours)
    {
        Settle(hours);
        booked.PlanReminders(_clinic.Rules, now);
    }

    private void Settle(params int[] hours)
    {
        _clinic.Rules.Reminders.Clear();
        _clinic.Rules.Reminders.AddRange(hours.Select(before => new ReminderLead { HoursBefore = before }));
    }
}
