using Xunit;

namespace Booking.Tests;

public sealed class PartOfDayTests
{
    [Theory]
    [InlineData(8, 0, PartOfDay.Morning)]
    [InlineData(11, 55, PartOfDay.Morning)]
    [InlineData(12, 0, PartOfDay.Afternoon)]
    [InlineData(16, 55, PartOfDay.Afternoon)]
    [InlineData(17, 0, PartOfDay.Evening)]
    [InlineData(23, 55, PartOfDay.Evening)]
    public void A_start_belongs_to_one_part_of_the_day(int hour, int minute, PartOfDay its)
    {
        var parts = Enum.GetValues<PartOfDay>().Where(part => part.Has(new(hour, minute)));

        Assert.Equal([PartOfDay.Any, its], parts);
    }
}
