using Xunit;

namespace Booking.Tests;

/// <summary>Born on the same day and called something like it: worth a look.</summary>
public sealed class NameLikenessTests
{
    [Theory]
    [InlineData("Jo Bloggs", "jo bloggs")]
    [InlineData("Olivia Shaw", "Olivia Green")]
    [InlineData("Katherine Jones", "Kate Jones")]
    [InlineData("Sean Murphy", "Seán Murphey")]
    [InlineData("Smyth", "Smith")]
    public void A_shared_part_or_a_slip_of_the_finger_is_alike(string one, string other) =>
        Assert.True(PersonName.Parse(one).IsLike(PersonName.Parse(other)));

    [Theory]
    [InlineData("Jo Bloggs", "Olivia Shaw")]
    [InlineData("Sean Murphy", "Shaun Moffat")]
    public void Another_name_is_not(string one, string other) =>
        Assert.False(PersonName.Parse(one).IsLike(PersonName.Parse(other)));
}
