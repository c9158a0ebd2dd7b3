using System.Text;

namespace Booking.Benchmarks;

/// <summary>People who open one page.</summary>
internal static class Reading
{
    public static double Rate(int port, string path, TimeSpan time, string cookie)
    {
        var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n");
        return Clients.Rate(time, _ =>
        {
            var connection = new Connection(port);
            return () =>
            {
                if (connection.Ask(request).Status != 200)
                {
                    throw new InvalidOperationException($"{path} is not to be had.");
                }
            };
        });
    }
}
