using Xunit;

namespace Booking.Tests;

/// <summary>
/// The list of bank holidays against the law that makes them: Easter, certain Mondays, and the next free weekday for a feast at
/// a weekend, on which nobody works either.
/// </summary>
public sealed class BankHolidaysTests
{
    [Theory]
    [InlineData(2026)]
    [InlineData(2027)]
    [InlineData(2028)]
    public void Each_year_has_the_eight_days_that_the_law_gives_it_and_the_feasts_themselves(int year) => Assert.Equal(
        Lawful(year).Union(Feasts(year)).Order(),
        BankHolidays.EnglandAndWales.Where(day => day.Date.Year == year).Select(day => day.Date).Order());

    [Theory]
    [InlineData(2026, 12, 26)]
    [InlineData(2027, 12, 25)]
    [InlineData(2028, 1, 1)]
    public void A_feast_on_a_Saturday_is_kept_though_another_day_is_given_for_it(int year, int month, int day)
    {
        var feast = new DateOnly(year, month, day);

        Assert.Equal(DayOfWeek.Saturday, feast.DayOfWeek);
        Assert.Contains(BankHolidays.EnglandAndWales, holiday => holiday.Date == feast);
    }

    [Fact]
    public void Each_day_has_a_name_to_tell_patients() =>
        Assert.All(BankHolidays.EnglandAndWales, day => Assert.NotEmpty(day.Name));

    [Fact]
    public void Nobody_is_booked_on_any_of_them()
    {
        var clinic = new WestHill();
        clinic.Closures.AddRange(BankHolidays.EnglandAndWales
            .Select(day => new Closure { FirstDay = day.Date, LastDay = day.Date, Reason = day.Name }));

        Assert.All(BankHolidays.EnglandAndWales, day =>
        {
            clinic.Now = day.Date.AddDays(-7).ToDateTime(new(9, 0));
            Assert.Equal("", clinic.Listed(day.Date, clinic.Sports));
            Assert.Equal(Refusal.Closed, clinic.WhyNot($"{day.Date:yyyy-MM-dd} 10:00", clinic.Sports, clinic.Aisha));
        });
    }

    private static List<DateOnly> Lawful(int year)
    {
        var easter = Easter(year);
        var days = new List<DateOnly>
        {
            easter.AddDays(-2),
            easter.AddDays(1),
            MondayFrom(new(year, 5, 1)),
            MondayFrom(new(year, 5, 25)),
            MondayFrom(new(year, 8, 25)),
        };
        foreach (var feast in Feasts(year))
        {
            days.Add(WeekdayFrom(feast, days));
        }

        return days;
    }

    private static DateOnly[] Feasts(int year) => [new(year, 1, 1), new(year, 12, 25), new(year, 12, 26)];

    private static DateOnly MondayFrom(DateOnly date) =>
        date.DayOfWeek == DayOfWeek.Monday ? date : MondayFrom(date.AddDays(1));

    private static DateOnly WeekdayFrom(DateOnly date, List<DateOnly> taken) =>
        date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || taken.Contains(date)
            ? WeekdayFrom(date.AddDays(1), taken)
            : date;

    // The Sunday after the first full moon of spring, as the church counts moons.
    private static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var epact = ((8 * century) + 13) / 25;
        var moon = ((19 * golden) + century - (century / 4) - epact + 15) % 30;
        moon -= moon == 29 || (moon == 28 && golden > 10) ? 1 : 0;
        var fullMoon = new DateOnly(year, 3, 21).AddDays(moon);
        return fullMoon.AddDays(7 - (int)fullMoon.DayOfWeek);
    }
}
