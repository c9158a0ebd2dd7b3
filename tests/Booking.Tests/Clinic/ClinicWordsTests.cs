using Xunit;

namespace Booking.Tests;

public sealed class ClinicWordsTests
{
    [Theory]
    [InlineData(0, 0, "12:00am")]
    [InlineData(9, 5, "9:05am")]
    [InlineData(11, 55, "11:55am")]
    [InlineData(12, 0, "12:00pm")]
    [InlineData(13, 15, "1:15pm")]
    [InlineData(23, 55, "11:55pm")]
    public void A_time_is_said_as_people_say_it(int hour, int minute, string said) =>
        Assert.Equal(said, new TimeOnly(hour, minute).Said());

    [Fact]
    public void A_date_is_said_in_words()
    {
        var date = new DateOnly(2026, 3, 30);

        Assert.Equal("Monday 30 March", date.Said());
        Assert.Equal("Monday 30 March 2026", date.SaidWithYear());
        Assert.Equal("Mon 30 Mar", date.SaidShort());
        Assert.Equal("Monday 30 March at 9:00am", date.ToDateTime(new(9, 0)).Said());
    }

    [Theory]
    [InlineData(5800, "£58")]
    [InlineData(5850, "£58.50")]
    [InlineData(5, "£0.05")]
    [InlineData(0, "£0")]
    public void Money_is_said_in_pounds(int pence, string said) => Assert.Equal(said, pence.SaidAsMoney());
}
