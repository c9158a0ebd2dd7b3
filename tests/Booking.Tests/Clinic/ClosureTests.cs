using Xunit;

namespace Booking.Tests;

public sealed class ClosureTests
{
    [Theory]
    [InlineData("2026-12-23", false)]
    [InlineData("2026-12-24", true)]
    [InlineData("2026-12-26", true)]
    [InlineData("2026-12-27", false)]
    public void The_clinic_is_shut_from_the_first_day_to_the_last(string date, bool shut)
    {
        var christmas = new Closure { FirstDay = new(2026, 12, 24), LastDay = new(2026, 12, 26), Reason = "Christmas" };

        Assert.Equal(shut, christmas.Covers(DateOnly.FromDateTime(WestHill.At(date))));
    }
}
