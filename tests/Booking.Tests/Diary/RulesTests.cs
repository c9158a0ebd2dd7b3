using Xunit;

namespace Booking.Tests;

/// <summary>Each rule of booking, on the list of times and again when one is saved.</summary>
public sealed class RulesTests
{
    private readonly WestHill _clinic = new();

    [Fact]
    public void The_day_begins_with_the_shift_and_the_last_treatment_ends_with_it()
    {
        var times = _clinic.Listed(WestHill.Monday, _clinic.SciaticaFirst).Split(' ');

        Assert.Equal(("08:00", "19:15", 46), (times[0], times[^1], times.Length));
    }

    [Fact]
    public void Forty_five_minutes_do_not_fit_at_half_past_seven_when_the_shift_ends_at_eight()
    {
        Assert.DoesNotContain("19:30", _clinic.Listed(WestHill.Monday, _clinic.SciaticaFirst), StringComparison.Ordinal);
        Assert.Equal(Refusal.OutsideHours, _clinic.WhyNot("2026-02-02 19:30", _clinic.SciaticaFirst, _clinic.Aisha));
        Assert.Null(_clinic.WhyNot("2026-02-02 19:30", _clinic.SciaticaFollowUp, _clinic.Aisha));
    }

    [Theory]
    [InlineData("2026-02-02 09:07", "OffGrid")]
    [InlineData("2026-02-02 09:05", "OffGrid")]
    [InlineData("2026-02-02 07:45", "OutsideHours")]
    [InlineData("2026-02-07 12:30", "OutsideHours")]
    [InlineData("2026-02-08 09:00", "OutsideHours")]
    [InlineData("2026-02-01 09:00", "TooSoon")]
    [InlineData("2026-02-02 06:45", "TooSoon")]
    [InlineData("2026-04-04 09:00", "TooFar")]
    [InlineData("2026-04-03 09:00", "Closed")]
    public void What_the_list_does_not_show_a_save_refuses_and_says_why(string wall, string refusal)
    {
        _clinic.Closures.Add(new Closure { FirstDay = new(2026, 4, 3), LastDay = new(2026, 4, 3), Reason = "Good Friday" });

        Assert.Equal(Named(refusal), _clinic.WhyNot(wall, _clinic.SciaticaFirst, _clinic.Aisha));
        Assert.DoesNotContain($"{WestHill.At(wall):HH:mm}", _clinic.Listed(
            DateOnly.FromDateTime(WestHill.At(wall)), _clinic.SciaticaFirst, _clinic.Aisha), StringComparison.Ordinal);
    }

    [Fact]
    public void A_practitioner_who_does_not_give_the_treatment_cannot_be_booked_for_it()
    {
        Assert.Equal(Refusal.NotGiven, _clinic.WhyNot("2026-02-02 09:00", _clinic.SciaticaFirst, _clinic.Ben));
        Assert.Equal("", _clinic.Listed(WestHill.Monday, _clinic.SciaticaFirst, _clinic.Ben));
    }

    [Fact]
    public void What_stays_where_it_began_may_be_over_and_goes_nowhere_else_that_is()
    {
        var now = WestHill.At("2026-02-02 12:00");
        var day = new DiaryDay(_clinic.Clinic, _clinic.Aisha, WestHill.Monday, _clinic.Taken, now, atDesk: true, begun: new(9, 0));

        Assert.Null(day.WhyNot(_clinic.Sports, new(9, 0)));
        Assert.Equal(Refusal.Past, day.WhyNot(_clinic.Sports, new(9, 5)));
    }

    [Theory]
    [InlineData("2026-02-02 05:01", false)] // 3 hours 59 minutes before nine
    [InlineData("2026-02-02 05:00", true)] // 4 hours
    [InlineData("2026-02-02 05:00:01", false)]
    public void The_list_and_a_save_have_the_same_notice(string now, bool bookable)
    {
        _clinic.Now = WestHill.At(now);

        Assert.Equal(bookable, _clinic.Listed(WestHill.Monday, _clinic.SciaticaFirst).Contains("09:00", StringComparison.Ordinal));
        Assert.Equal(bookable ? null : Refusal.TooSoon, _clinic.WhyNot("2026-02-02 09:00", _clinic.SciaticaFirst, _clinic.Aisha));
    }

    [Theory]
    [InlineData("2026-02-02 00:00", null)]
    [InlineData("2026-02-02 23:59", null)]
    [InlineData("2026-02-01 23:59", "TooFar")]
    public void The_last_day_that_can_be_booked_is_the_sixtieth_after_today(string now, string? refusal)
    {
        _clinic.Now = WestHill.At(now);
        var sixtieth = new DateOnly(2026, 2, 2).AddDays(60);

        Assert.Equal(
            refusal is null ? null : Named(refusal),
            _clinic.WhyNot($"{sixtieth:yyyy-MM-dd} 19:00", _clinic.SciaticaFirst, _clinic.Aisha));
    }

    [Fact]
    public void Nobody_starts_in_the_ten_minutes_after_acupuncture_nor_too_close_before_somebody()
    {
        _clinic.Take(_clinic.Ben, "2026-02-02 11:00", 40);

        var times = _clinic.Listed(WestHill.Monday, _clinic.Acupuncture, _clinic.Ben);

        Assert.Contains("10:15 11:45", times, StringComparison.Ordinal);
        Assert.Equal(Refusal.Taken, _clinic.WhyNot("2026-02-02 10:30", _clinic.Acupuncture, _clinic.Ben));
        Assert.Equal(Refusal.Taken, _clinic.WhyNot("2026-02-02 11:30", _clinic.Sports, _clinic.Ben));
        Assert.Null(_clinic.WhyNot("2026-02-02 10:15", _clinic.Sports, _clinic.Ben));
    }

    [Fact]
    public void The_turnaround_after_the_last_patient_may_run_on_past_closing_time() =>
        Assert.EndsWith("19:30", _clinic.Listed(WestHill.Monday, _clinic.Acupuncture), StringComparison.Ordinal);

    [Fact]
    public void Two_practitioners_cannot_share_the_one_room_and_the_second_is_told_that_it_is_the_room()
    {
        var locum = WestHill.Works(3, "Lee Locum", _clinic.Acupuncture);
        _clinic.Locums.Add(locum);
        _clinic.Take(_clinic.Ben, "2026-02-02 11:00", 40);
        _clinic.Taken.Take(Resource.Room(_clinic.NeedleRoom.Id), WestHill.Slot("2026-02-02 11:00", 40));

        Assert.Equal(Refusal.NoRoom, _clinic.WhyNot("2026-02-02 11:00", _clinic.Acupuncture, locum));
        Assert.Contains("room", Refusal.NoRoom.Words, StringComparison.Ordinal);
        Assert.Contains("10:15 11:45", _clinic.Listed(WestHill.Monday, _clinic.Acupuncture, locum), StringComparison.Ordinal);
    }

    [Fact]
    public void A_treatment_that_is_archived_or_kept_for_reception_is_offered_to_nobody_online()
    {
        _clinic.Sports.Archived = true;
        _clinic.Acupuncture.BookableOnline = false;

        Assert.Equal(Refusal.NotOffered, _clinic.WhyNot("2026-02-02 09:00", _clinic.Sports, _clinic.Aisha));
        Assert.Equal(Refusal.NotOffered, _clinic.WhyNot("2026-02-02 09:00", _clinic.Acupuncture, _clinic.Ben));
        Assert.Equal("", _clinic.Listed(WestHill.Monday, _clinic.Sports));
    }

    [Fact]
    public void Of_several_reasons_the_one_is_told_that_no_other_time_would_cure()
    {
        _clinic.Closures.Add(new Closure { FirstDay = WestHill.Monday, LastDay = WestHill.Monday, Reason = "Training" });
        _clinic.Take(_clinic.Aisha, "2026-02-02 06:00", 30);

        Assert.Equal(Refusal.NotGiven, _clinic.WhyNot("2026-02-02 06:05", _clinic.Acupuncture, _clinic.Aisha));
        Assert.Equal(Refusal.TooSoon, _clinic.WhyNot("2026-02-02 06:00", _clinic.Sports, _clinic.Aisha));
        Assert.Equal(Refusal.Closed, _clinic.WhyNot("2026-02-02 07:00", _clinic.Sports, _clinic.Aisha));
        _clinic.Closures.Clear();
        Assert.Equal(Refusal.OffGrid, _clinic.WhyNot("2026-02-02 07:05", _clinic.Sports, _clinic.Aisha));
        Assert.Equal(Refusal.OutsideHours, _clinic.WhyNot("2026-02-02 07:00", _clinic.Sports, _clinic.Aisha));
    }

    [Fact]
    public void Only_a_time_that_others_may_have_taken_is_a_race_that_was_lost()
    {
        Assert.True(Refusal.Taken.LostARace && Refusal.NoRoom.LostARace && Refusal.CannotComeThen.LostARace);
        Assert.False(Refusal.OffGrid.LostARace || Refusal.Closed.LostARace || Refusal.NotGiven.LostARace);
    }

    private static Refusal Named(string name) => name switch
    {
        nameof(Refusal.OffGrid) => Refusal.OffGrid,
        nameof(Refusal.OutsideHours) => Refusal.OutsideHours,
        nameof(Refusal.TooSoon) => Refusal.TooSoon,
        nameof(Refusal.TooFar) => Refusal.TooFar,
        _ => Refusal.Closed,
    };
}
