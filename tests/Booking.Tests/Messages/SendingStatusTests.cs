using Xunit;

namespace Booking.Tests;

public sealed class SendingStatusTests
{
    private static readonly DateTime Noon = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(0, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(-60, true)] // a probe that a clock ahead has put off is not waited for
    public void After_a_fault_one_message_is_tried_five_minutes_later(int minutes, bool may)
    {
        var status = new SendingStatus();
        status.Pause(20003, Noon);
        status.PauseEmails(Noon);

        Assert.Equal((may, may), (status.MayProbe(Noon.AddMinutes(minutes)), status.MayProbeEmails(Noon.AddMinutes(minutes))));
    }

    [Fact]
    public void Once_the_fault_is_mended_nothing_is_waited_for()
    {
        var status = new SendingStatus();
        status.PauseEmails(Noon);
        status.GoOnWithEmails();

        Assert.True(status.MayProbeEmails(Noon));
        Assert.Null(status.EmailsPausedSince);
    }
}
