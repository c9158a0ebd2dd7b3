using Xunit;

namespace Booking.Tests;

public sealed class DaySheetPolicyTests
{
    [Theory]
    [InlineData("2026-11-24 06:29", false)]
    [InlineData("2026-11-24 06:30", true)]
    [InlineData("2026-11-24 11:59", true)]
    [InlineData("2026-11-24 12:00", false)]
    [InlineData("2026-11-24 23:59", false)]
    [InlineData("2026-11-24 00:00", false)]
    public void The_day_sheet_goes_from_its_time_on_until_noon(string now, bool due) =>
        Assert.Equal(due, DaySheetPolicy.IsDue(WestHill.At(now), new(6, 30)));
}
