namespace Booking.Browser.Tests;

/// <summary>How much a window shows, in CSS pixels.</summary>
/// <param name="Touched">Whether it is used by finger.</param>
public sealed record Screen(int Width, int Height, bool Touched = false)
{
    /// <summary>The narrowest that WCAG asks for.</summary>
    public static readonly Screen Narrow = new(320, 640);
    public static readonly Screen Phone = new(390, 844);

    /// <summary>A desk's screen magnified to twice its size.</summary>
    public static readonly Screen Magnified = new(720, 450);
    public static readonly Screen Desk = new(1440, 900);
}
