using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace Booking.Benchmarks;

/// <summary>One connection that asks and waits, with as little work of its own as can be: the site is what is measured.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    // One for all connections of a thread: a new megabyte for each would be work of its own.
    [ThreadStatic]
    private static byte[]? _answer;

    /// <param name="from">Which home the request comes from, or null for this machine's usual address.</param>
    public Connection(int port, IPAddress? from = null)
    {
        if (from is not null)
        {
            _socket.Bind(new IPEndPoint(from, 0));
        }

        _socket.Connect(IPAddress.Loopback, port);
    }

    public Answer Ask(ReadOnlySpan<byte> request)
    {
        while (request.Length > 0)
        {
            request = request[_socket.Send(request)..];
        }

        var answer = _answer ??= new byte[1 << 20];
        for (var length = 0; ;)
        {
            var got = _socket.Receive(answer.AsSpan(length));
            length += got;
            if (got == 0 || length == answer.Length)
            {
                throw new InvalidOperationException("The answer ended too soon, or did not end.");
            }

            var bytes = answer.AsSpan(0, length);
            if (bytes.IndexOf("\r\n\r\n"u8) is var head and >= 0 && IsWhole(bytes, head))
            {
                return new Answer(bytes[..head]);
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> bytes, int head)
    {
        var answer = new Answer(bytes[..head]);
        var stated = answer.Header("Content-Length: "u8);
        return stated.Length > 0
            ? Utf8Parser.TryParse(stated, out int length, out _) && bytes.Length >= head + 4 + length
            : bytes.EndsWith("\r\n0\r\n\r\n"u8);
    }
}

/// <summary>The first lines of what the site answers.</summary>
internal readonly ref struct Answer(ReadOnlySpan<byte> head)
{
    private readonly ReadOnlySpan<byte> _head = head;

    public int Status => Utf8Parser.TryParse(_head.Slice(9, 3), out int status, out _) ? status : 0;

    /// <param name="name">With the colon and the space after it.</param>
    public ReadOnlySpan<byte> Header(ReadOnlySpan<byte> name)
    {
        var at = _head.IndexOf(name);
        if (at < 0)
        {
            return [];
        }

        var rest = _head[(at + name.Length)..];
        var end = rest.IndexOf("\r\n"u8);
        return end < 0 ? rest : rest[..end];
    }
}
