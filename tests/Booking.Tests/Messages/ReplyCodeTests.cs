using Xunit;

namespace Booking.Tests;

public sealed class ReplyCodeTests
{
    [Fact]
    public void Nine_thousand_appointments_in_a_row_have_as_many_codes_of_four_digits()
    {
        var codes = Enumerable.Range(int.MaxValue - 9000, 9000).Select(ReplyCode.Of).ToList();

        Assert.Equal(9000, codes.Distinct().Count());
        Assert.All(codes, code => Assert.InRange(code, 1000, 9999));
    }
}
