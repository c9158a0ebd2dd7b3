using Booking.Web.Tests;

namespace Booking.Browser.Tests;

/// <summary>The whole clinic of the other tests, on a real port for a real browser.</summary>
public sealed class ListeningClinic : RunningClinic
{
    public ListeningClinic() => Address = Listen();

    public Uri Address { get; }
}
