namespace Booking.Web;

/// <summary>The clinic's clock in the demo, which can be wound forward to see what a day brings.</summary>
public sealed class WoundClock : TimeProvider
{
    private long _ahead;

    public override TimeZoneInfo LocalTimeZone => ClinicTime.London;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    public void Wind(TimeSpan on) => Interlocked.Add(ref _ahead, on.Ticks);
}
