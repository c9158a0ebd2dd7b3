using System.Collections.Concurrent;
using System.Diagnostics;
using Booking.Tests;

namespace Booking.Web.Tests;

/// <summary>The booking site in an operating-system process of its own, as it runs at the clinic.</summary>
/// <remarks>Several on one database are several nodes; <see cref="Kill"/> is a power cut.</remarks>
public sealed class ClinicProcess : IAsyncDisposable
{
    private const string Bound = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = [];
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ClinicProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.Exited += (_, _) => _address.TrySetCanceled();
        process.EnableRaisingEvents = true;
    }

    public Uri Address => _address.Task.Result;

    public string Log => string.Join('\n', _log);

    /// <summary>Starts a site and waits until it answers; settings are named as in appsettings.json, "Clinic:Name".</summary>
    public static async Task<ClinicProcess> StartAsync(
        TestDatabase database, params (string Name, string Value)[] settings)
    {
        var clinic = new ClinicProcess(
            new Process { StartInfo = Site([("DOTNET_ENVIRONMENT", "Development"), .. database.Settings, .. settings]) });
        try
        {
            await clinic.StartAsync();
            return clinic;
        }
        catch
        {
            await clinic.DisposeAsync();
            throw;
        }
    }

    /// <summary>A person at a browser of their own, in a household of their own.</summary>
    public Visitor Visit() => new(Household.Browser(Address));

    /// <summary>Ends the process at once, wherever it is in its work (kill -9).</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task StartAsync()
    {
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            await _address.Task.WaitAsync(Patience);
        }
        catch (OperationCanceledException ended)
        {
            await _process.WaitForExitAsync(); // until its last line has been read, which may be later than its end
            throw new InvalidOperationException($"The site did not start.\n{Log}", ended);
        }
        catch (TimeoutException late)
        {
            // A start takes a few seconds of processor time: with less, the machine was busy; with that or more, the site hangs.
            throw new TimeoutException(
                $"The site did not start in {Patience}; it had {_process.TotalProcessorTime} of processor time.\n{Log}", late);
        }
    }

    private void Note(string? line)
    {
        if (line is null)
        {
            return;
        }

        _log.Enqueue(line);
        var bound = line.IndexOf(Bound, StringComparison.Ordinal);
        if (bound >= 0)
        {
            _address.TrySetResult(new Uri(line[(bound + Bound.Length)..].Trim()));
        }
    }

    private static ProcessStartInfo Site((string Name, string Value)[] settings)
    {
        var folder = Checkout.At("src", "Booking.Web");
        var start = new ProcessStartInfo("dotnet", [
            Path.Combine(folder, "bin", Checkout.Configuration, "net10.0", "Booking.Web.dll"), "--urls", "http://127.0.0.1:0",
        ])
        { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return start;
    }
}
