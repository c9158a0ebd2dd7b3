using Xunit;

namespace Booking.Tests;

/// <summary>The clinic's clock is London's, wherever the server stands.</summary>
public sealed class OtherTimeZones
{
    [Theory]
    [Trait(TheSuite.Repeats, TheSuite.Never)]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("America/Los_Angeles")]
    public async Task Everything_holds_on_a_server_far_from_London(string zone)
    {
        // A zone that the machine does not know would quietly be UTC.
        Assert.NotEqual(TimeSpan.Zero, TimeZoneInfo.FindSystemTimeZoneById(zone).BaseUtcOffset);

        await TheSuite.PassesAsync([TheSuite.Never, TheSuite.OnEachDatabase], ("TZ", zone));
    }
}
