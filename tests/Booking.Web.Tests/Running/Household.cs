using System.Net;
using System.Net.Sockets;

namespace Booking.Web.Tests;

/// <summary>An internet address to visit from: the site counts how much each one asks of it.</summary>
/// <remarks>All of 127.0.0.0/8 is this machine, so there are sixteen million of them; on a Mac there is one.</remarks>
internal static class Household
{
    private static int _last;

    /// <summary>A browser at an address that nobody has used before, with cookies of its own.</summary>
    public static HttpClient Browser(Uri site)
    {
        var number = Interlocked.Increment(ref _last);
        var address = OperatingSystem.IsMacOS()
            ? IPAddress.Loopback
            : new IPAddress([127, (byte)(1 + (number >> 16)), (byte)(number >> 8), (byte)number]);
        return new HttpClient(new SocketsHttpHandler { ConnectCallback = (to, cancellation) => ConnectAsync(address, to, cancellation) })
        {
            BaseAddress = site,
        };
    }

    private static async ValueTask<Stream> ConnectAsync(
        IPAddress address, SocketsHttpConnectionContext to, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(new IPEndPoint(address, 0));
            await socket.ConnectAsync(to.DnsEndPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
