using Xunit;

namespace Booking.Tests;

public sealed class RedFlagWordingTests
{
    [Fact]
    public void Each_sign_stands_on_a_line_of_its_own() => Assert.Equal(
        ["You feel unsteady", "You are numb"],
        new RedFlagWording { Version = 1, Signs = "You feel unsteady\r\n\n  You are numb \n" }.Lines);
}
