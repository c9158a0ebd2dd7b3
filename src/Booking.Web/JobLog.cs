using Hangfire.AspNetCore;
using Hangfire.Logging;

namespace Booking.Web;

/// <summary>
/// Where Hangfire writes. It keeps one log for the whole process, and where several sites live in one it may still hold that of
/// a site which has ended: it then writes nowhere.
/// </summary>
internal sealed class JobLog(ILoggerFactory loggers) : ILogProvider
{
    private readonly AspNetCoreLogProvider _log = new(loggers);

    public ILog GetLogger(string name)
    {
        try
        {
            return _log.GetLogger(name);
        }
        catch (ObjectDisposedException)
        {
            return new Nowhere();
        }
    }

    private sealed class Nowhere : ILog
    {
        public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null) => false;
    }
}
