using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Booking.Web.Tests;

/// <summary>Counts what a test asks of the database from here on; what the site does meanwhile by itself is not counted.</summary>
internal sealed class QueryCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly AsyncLocal<QueryCount?> Here = new();

    private readonly IDisposable _everywhere;
    private IDisposable? _database;

    public QueryCount()
    {
        Here.Value = this;
        _everywhere = DiagnosticListener.AllListeners.Subscribe(this);
    }

    public int Count { get; private set; }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _database = value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && Here.Value == this)
        {
            Count++;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        _database?.Dispose();
        _everywhere.Dispose();
        Here.Value = null;
    }
}
