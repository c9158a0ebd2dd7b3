using System.Diagnostics;

namespace Booking.Benchmarks;

/// <summary>The site as it is put on a server: published, and run in a process of its own.</summary>
internal sealed class PublishedSite : IAsyncDisposable
{
    private const string Bound = "Now listening on: ";
    private const string Queried = "Executed DbCommand";

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _queries;

    private PublishedSite(Process process) => _process = process;

    public Uri Address => _address.Task.Result;

    /// <summary>How many queries it has logged, where it was asked to log them.</summary>
    public int Queries => _queries;

    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public long PeakMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>What it has in memory now.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static async Task PublishAsync(string folder)
    {
        var project = Path.Combine(Checkout.Root, "src", "Booking.Web");
        using var publishing = Process.Start(
            "dotnet", ["publish", project, "-c", "Release", "-v", "quiet", "-o", folder]);
        await publishing.WaitForExitAsync();
        if (publishing.ExitCode != 0)
        {
            throw new InvalidOperationException("The site could not be published.");
        }
    }

    public static async Task<PublishedSite> StartAsync(
        string folder, string database, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "Booking.Web.dll"), "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["DOTNET_STARTUP_HOOKS"] = typeof(PublishedSite).Assembly.Location,
                ["ConnectionStrings__Booking"] = $"Data Source={database}",
                ["Clinic__PublicBaseUrl"] = "http://127.0.0.1",
                ["Logging__LogLevel__Default"] = "Warning",
                ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
            },
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var site = new PublishedSite(new Process { StartInfo = start, EnableRaisingEvents = true });
        site.Run();
        await site._address.Task;
        return site;
    }

    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Run()
    {
        _process.OutputDataReceived += (_, line) => Read(line.Data ?? "");
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException("The site has ended."));
        _process.Start();
        _process.BeginOutputReadLine();
    }

    private void Read(string line)
    {
        if (line.IndexOf(Bound, StringComparison.Ordinal) is var at and >= 0)
        {
            _address.TrySetResult(new Uri(line[(at + Bound.Length)..].Trim()));
        }
        else if (line.Contains(Queried, StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _queries);
        }
    }
}
