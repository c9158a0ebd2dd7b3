using System.ComponentModel;
using System.Diagnostics;
using Testcontainers.MsSql;
using Xunit;

namespace Booking.Web.Tests;

/// <summary>A SQL Server to test on: the one that the environment names, or one in a container.</summary>
public sealed class SqlServer : IAsyncDisposable
{
    public const string Variable = "BOOKING_TEST_SQLSERVER";

    private const string Image = "mcr.microsoft.com/mssql/server:2022-latest";
    private static readonly TimeSpan DockerPatience = TimeSpan.FromSeconds(10);

    private readonly MsSqlContainer? _container;

    private SqlServer(string connectionString, MsSqlContainer? container = null)
    {
        Found = connectionString;
        _container = container;
    }

    /// <summary>The server of this run.</summary>
    public static string ConnectionString =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
            ? named
            : throw new InvalidOperationException($"{Variable} names no SQL Server.");

    public string Found { get; }

    /// <summary>Skips the test that asks, saying why, when there is no server to be had.</summary>
    public static async Task<SqlServer> FindOrSkipAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return new SqlServer(named);
        }

        Assert.SkipUnless(
            await DockerAnswersAsync(),
            $"No SQL Server: {Variable} holds no connection string, and no Docker engine answers.");
        var container = new MsSqlBuilder(Image).Build();
        await container.StartAsync();
        return new SqlServer(container.GetConnectionString(), container);
    }

    public ValueTask DisposeAsync() => _container?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<bool> DockerAnswersAsync()
    {
        using var patience = new CancellationTokenSource(DockerPatience);
        try
        {
            using var docker = Process.Start(
                new ProcessStartInfo("docker", ["version", "--format", "{{.Server.Version}}"])
                { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            await docker.WaitForExitAsync(patience.Token);
            return docker.ExitCode == 0;
        }
        catch (Exception unanswered) when (unanswered is Win32Exception or OperationCanceledException)
        {
            return false;
        }
    }
}
