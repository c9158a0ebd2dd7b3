using Xunit;

namespace Booking.Tests;

/// <summary>A date of birth is read as it is typed at a British desk.</summary>
public sealed class BirthDateTests
{
    [Theory]
    [InlineData("3/4/1980")]
    [InlineData("03/04/1980")]
    [InlineData("1980-04-03")]
    [InlineData(" 3.4.1980 ")]
    [InlineData("3-4-1980")]
    public void The_day_comes_before_the_month_unless_the_year_comes_first(string typed)
    {
        Assert.True(BirthDate.TryParse(typed, out var date));
        Assert.Equal(new DateOnly(1980, 4, 3), date);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("30/2/1980")]
    [InlineData("3/4/80")]
    [InlineData("3/4/1880")]
    [InlineData("07700900123")]
    public void What_is_no_date_of_anybody_is_not_read(string? typed) => Assert.False(BirthDate.TryParse(typed, out _));

    [Fact]
    public void It_is_typed_back_as_it_can_be_read()
    {
        var date = new DateOnly(1980, 4, 3);

        Assert.Equal("3 April 1980", date.SaidAsBirthDate());
        Assert.True(BirthDate.TryParse(date.TypedAsBirthDate(), out var again));
        Assert.Equal(date, again);
    }
}
