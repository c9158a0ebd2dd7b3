using Xunit;

namespace Booking.Tests;

/// <summary>What suits somebody, and how it is said.</summary>
public sealed class WishesTests
{
    private static readonly DateOnly Monday = new(2026, 2, 2);

    private readonly WestHill _clinic = new();

    [Fact]
    public void Who_wishes_nothing_takes_any_time_up_to_the_last_day()
    {
        var wishes = new Wishes([], [], [], Monday, Monday.AddDays(3));

        Assert.True(wishes.Suit(At("2026-02-02 08:00")));
        Assert.True(wishes.Suit(At("2026-02-05 19:00")));
        Assert.False(wishes.Suit(At("2026-02-06 08:00")));
        Assert.False(wishes.Suit(At("2026-02-01 08:00")));
    }

    [Theory]
    [InlineData("2026-02-03 11:45", true)] // Tuesday morning
    [InlineData("2026-02-03 12:00", false)] // the afternoon begins
    [InlineData("2026-02-03 17:00", true)]
    [InlineData("2026-02-04 09:00", false)] // Wednesday
    public void Each_wish_counts(string at, bool suits)
    {
        var wishes = new Wishes(
            [_clinic.Aisha.Id], [DayOfWeek.Tuesday], [PartOfDay.Morning, PartOfDay.Evening], Monday, Monday.AddDays(30));

        Assert.Equal(suits, wishes.Suit(At(at)));
        Assert.False(wishes.Suit(new FreeTime(WestHill.Slot(at, 45), _clinic.Ben)));
    }

    [Fact]
    public void They_are_said_in_plain_words()
    {
        var clinic = _clinic.Open(Monday).Clinic;
        var wishes = new Wishes([1, 2], [DayOfWeek.Sunday, DayOfWeek.Monday], [PartOfDay.Morning], Monday.AddDays(1), Monday.AddDays(3));

        Assert.Equal(
            "With Aisha Khan or Ben Howard, Monday or Sunday, in the morning, from Tuesday 3 February until Thursday 5 February",
            wishes.Said(clinic, Monday));
        Assert.Equal(
            "With anyone, any day, at any time, until Wednesday 1 April",
            Waits.Anything.Said(clinic, Monday));
    }

    private FreeTime At(string wall) => new(WestHill.Slot(wall, 45), _clinic.Aisha);
}
