using Xunit;

namespace Booking.Tests;

/// <summary>When somebody works: sessions without breaks, unless that date was changed, and not after they have left.</summary>
public sealed class PractitionerTests
{
    private readonly WestHill _clinic = new();

    [Theory]
    [InlineData("12:00-12:30", "12:30-13:00", "08:00-12:00 13:00-20:00")] // they touch
    [InlineData("12:00-12:45", "12:30-13:00", "08:00-12:00 13:00-20:00")] // they overlap
    [InlineData("12:00-13:00", "12:15-12:30", "08:00-12:00 13:00-20:00")] // one lies in the other
    [InlineData("08:00-20:00", "12:00-12:30", "")] // as long as the shift
    [InlineData("07:00-21:00", "12:00-12:30", "")] // longer than the shift
    [InlineData("07:00-08:00", "20:00-21:00", "08:00-20:00")] // outside it
    [InlineData("07:30-08:30", "19:30-00:00", "08:30-19:30")] // over its edges
    [InlineData("12:00-12:00", "12:00-12:30", "08:00-12:00 12:30-20:00")] // no length at all
    public void Breaks_are_taken_out_of_the_shift_however_they_lie(string one, string other, string hours)
    {
        Break(one);
        Break(other);

        Assert.Equal(hours, Hours(WestHill.Monday));
        Assert.Equal("08:00-20:00", Hours(WestHill.Monday.AddDays(1)));
    }

    [Fact]
    public void No_treatment_runs_into_a_break()
    {
        Break("12:00-12:30");
        Break("12:30-13:00");

        Assert.Contains("11:15 13:00", _clinic.Listed(WestHill.Monday, _clinic.SciaticaFirst), StringComparison.Ordinal);
        Assert.Equal(Refusal.OutsideHours, _clinic.WhyNot("2026-02-02 11:30", _clinic.SciaticaFirst, _clinic.Aisha));
    }

    [Fact]
    public void Two_sessions_that_touch_are_one_stretch()
    {
        _clinic.Aisha.Sessions.Clear();
        Session("08:00-12:00");
        Session("12:00-14:00");
        Session("13:00-15:00");

        Assert.Equal("08:00-15:00", Hours(WestHill.Monday));
        Assert.Contains("11:45", _clinic.Listed(WestHill.Monday, _clinic.SciaticaFirst), StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_may_end_at_midnight()
    {
        _clinic.Aisha.Sessions.Clear();
        Session("22:00-00:00");

        Assert.Equal("22:00-00:00", Hours(WestHill.Monday));
        Assert.Equal(
            "22:00 22:15 22:30 22:45 23:00 23:15", _clinic.Listed(WestHill.Monday, _clinic.SciaticaFirst));
    }

    [Fact]
    public void A_date_that_was_changed_has_the_hours_it_was_given_and_no_breaks()
    {
        Break("12:00-13:00");
        _clinic.Aisha.Changes.Add(new DayChange { Date = WestHill.Monday, Start = new(10, 0), End = new(14, 0) });
        _clinic.Aisha.Changes.Add(new DayChange { Date = WestHill.Monday, Start = new(16, 0), End = new(18, 0) });

        Assert.Equal("10:00-14:00 16:00-18:00", Hours(WestHill.Monday));
        Assert.Equal("08:00-12:00 13:00-20:00", Hours(WestHill.Monday.AddDays(7)));
    }

    [Fact]
    public void A_day_off_is_a_change_without_times()
    {
        _clinic.Aisha.Changes.Add(new DayChange { Date = WestHill.Monday });

        Assert.Equal("", Hours(WestHill.Monday));
        Assert.Equal("", _clinic.Listed(WestHill.Monday, _clinic.SciaticaFirst));
    }

    [Fact]
    public void A_Sunday_may_be_worked_for_once()
    {
        var sunday = WestHill.Monday.AddDays(6);
        _clinic.Aisha.Changes.Add(new DayChange { Date = sunday, Start = new(9, 0), End = new(10, 0) });

        Assert.Equal("09:00 09:15", _clinic.Listed(sunday, _clinic.SciaticaFirst));
    }

    [Fact]
    public void Who_leaves_on_30_June_has_times_that_day_and_none_from_1_July()
    {
        _clinic.Now = WestHill.At("2026-06-29 09:00");
        _clinic.Aisha.LastDay = new(2026, 6, 30);
        _clinic.Aisha.Changes.Add(new DayChange { Date = new(2026, 7, 2), Start = new(9, 0), End = new(12, 0) });

        Assert.Null(_clinic.WhyNot("2026-06-30 19:15", _clinic.SciaticaFirst, _clinic.Aisha));
        Assert.Equal(Refusal.OutsideHours, _clinic.WhyNot("2026-07-01 09:00", _clinic.SciaticaFirst, _clinic.Aisha));
        Assert.Equal("", _clinic.Listed(new(2026, 7, 2), _clinic.SciaticaFirst));
        Assert.NotEqual("", _clinic.Listed(new(2026, 7, 1), _clinic.Sports));
    }

    [Fact]
    public void A_patient_reads_the_first_name() => Assert.Equal("Aisha", _clinic.Aisha.FirstName);

    private void Break(string stretch) => _clinic.Aisha.Breaks.Add(new WeeklyBreak
    {
        Day = DayOfWeek.Monday,
        Start = Parts(stretch).Start,
        End = Parts(stretch).End,
    });

    private void Session(string stretch) => _clinic.Aisha.Sessions.Add(new Session
    {
        Day = DayOfWeek.Monday,
        Start = Parts(stretch).Start,
        End = Parts(stretch).End,
    });

    private static (TimeOnly Start, TimeOnly End) Parts(string stretch) =>
        (TimeOnly.FromDateTime(WestHill.At(stretch[..5])), TimeOnly.FromDateTime(WestHill.At(stretch[6..])));

    private string Hours(DateOnly date)
    {
        var hours = _clinic.Aisha.HoursOn(date);
        var edges = Enumerable.Range(0, 289)
            .Where(tick => (tick > 0 && hours.Contains(tick - 1)) != (tick < 288 && hours.Contains(tick)))
            .Select(tick => $"{TickSet.TimeOf(tick):HH:mm}");
        return string.Join(' ', edges.Chunk(2).Select(pair => $"{pair[0]}-{pair[1]}"));
    }
}
