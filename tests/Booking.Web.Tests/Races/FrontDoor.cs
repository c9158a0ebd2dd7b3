using System.Net;
using System.Net.Sockets;

namespace Booking.Web.Tests;

/// <summary>What stands before several nodes of one site: each request goes to the next of them, whoever sends it.</summary>
internal sealed class FrontDoor(params ClinicProcess[] nodes)
{
    private static int _homes;

    private ClinicProcess[] _nodes = nodes;
    private int _turn;

    /// <summary>From now on requests go to these.</summary>
    public void LeadTo(params ClinicProcess[] nodes) => _nodes = nodes;

    /// <summary>A person at a browser in a home of their own: no two have one address.</summary>
    public Visitor Visit()
    {
        var number = Interlocked.Increment(ref _homes);
        var home = new IPAddress([127, 1, (byte)(number >> 8), (byte)number]);
        return new Visitor(new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = (_, cancellation) => ConnectAsync(home, cancellation),
            PooledConnectionLifetime = TimeSpan.Zero, // each request by a connection of its own
            UseProxy = false,
        })
        { BaseAddress = new Uri("http://clinic.test") });
    }

    private async ValueTask<Stream> ConnectAsync(IPAddress home, CancellationToken cancellation)
    {
        var open = _nodes;
        var node = open[(uint)Interlocked.Increment(ref _turn) % open.Length].Address;
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(new IPEndPoint(home, 0));
            await socket.ConnectAsync(IPAddress.Parse(node.Host), node.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
