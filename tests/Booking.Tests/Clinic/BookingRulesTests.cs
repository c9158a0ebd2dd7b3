using Xunit;

namespace Booking.Tests;

public sealed class BookingRulesTests
{
    private readonly BookingRules _rules = new();

    [Fact]
    public void The_clinic_begins_with_the_rules_it_was_promised() => Assert.Equal(
        (15, 120, 60, 5, 24, false, 4),
        (_rules.GridMinutes, _rules.NoticeMinutes, _rules.HorizonDays, _rules.HoldMinutes, _rules.FreeCancellationHours,
            _rules.FollowsUpMissed, _rules.PencePerPart));

    [Theory]
    [InlineData("2026-02-03 09:00", "2026-02-02 09:00")]
    [InlineData("2026-03-29 09:00", "2026-03-28 09:00")] // only 23 hours pass
    [InlineData("2026-10-25 09:00", "2026-10-24 09:00")] // 25 hours pass
    public void Cancelling_is_free_until_the_same_wall_clock_time_the_day_before(string appointment, string until) =>
        Assert.Equal(WestHill.At(until), _rules.FreeCancellationUntil(WestHill.At(appointment)));

    [Theory]
    [InlineData(null, 2, 200)]
    [InlineData(null, 12, 480)]
    [InlineData(50, 12, 50)]
    public void How_many_texts_may_go_within_an_hour_suits_the_size_of_the_clinic_unless_it_is_settled(int? settled, int practitioners, int most)
    {
        var clinic = new Clinic
        {
            Rules = new BookingRules { TextsAnHour = settled },
            Practitioners = [.. Enumerable.Range(0, practitioners).Select(n => new Practitioner { Slug = $"p{n}", FullName = "P" })],
            Treatments = [],
            Rooms = [],
            Closures = [],
            RedFlags = null,
        };

        Assert.Equal(most, clinic.MostTextsAnHour);
    }
}
