namespace Booking.Data;

/// <summary>
/// SQLite takes one writer at a time: within a process writers queue here, in order, instead of racing for the file. Other
/// processes are kept apart by SQLite's own lock, and correctness never rests on this queue.
/// </summary>
public sealed class WriteGate(DatabaseOptions database) : IDisposable
{
    private readonly SemaphoreSlim? _gate = database.Provider == DatabaseProvider.Sqlite ? new SemaphoreSlim(1) : null;

    public async Task<IDisposable?> EnterAsync(CancellationToken cancellation)
    {
        if (_gate is null)
        {
            return null;
        }

        await _gate.WaitAsync(cancellation);
        return new Pass(_gate);
    }

    public void Dispose() => _gate?.Dispose();

    private sealed class Pass(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
