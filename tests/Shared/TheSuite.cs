using System.Diagnostics;
using System.Reflection;
using Xunit;

namespace Booking.Tests;

/// <summary>This very suite, run once more as a child process in other surroundings.</summary>
public static class TheSuite
{
    /// <summary>The trait of a test that need not be repeated in all surroundings.</summary>
    public const string Repeats = nameof(Repeats);

    /// <summary>It starts the suite, or the surroundings are nothing to it.</summary>
    public const string Never = nameof(Never);

    /// <summary>It is a race: what it proves depends on the database and not on the time zone.</summary>
    public const string OnEachDatabase = nameof(OnEachDatabase);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public static async Task PassesAsync(string[] leavingOut, params (string Name, string Value)[] surroundings)
    {
        using var suite = Process.Start(Child(leavingOut, surroundings))!;
        var output = suite.StandardOutput.ReadToEndAsync();
        var errors = suite.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await suite.WaitForExitAsync(patience.Token);
        }
        finally
        {
            suite.Kill(entireProcessTree: true);
        }

        // No test at all ends in an exit code of its own (8), so 0 means that some ran and all passed.
        Assert.True(suite.ExitCode == 0, $"{Failures(await output)}\n{await errors}");
    }

    // The running site's log, thousands of lines, would bury what failed; of a suite that broke off its end tells most.
    private static string Failures(string output)
    {
        var lines = output.Split('\n');
        var tells = false;
        return string.Join('\n', [
            .. lines.Where(line => tells = line.StartsWith("failed ", StringComparison.Ordinal)
                || (tells && line.StartsWith(' '))),
            .. lines.TakeLast(20),
        ]);
    }

    private static ProcessStartInfo Child(string[] leavingOut, (string Name, string Value)[] surroundings)
    {
        var start = new ProcessStartInfo("dotnet", [
            Assembly.GetExecutingAssembly().Location, "--no-ansi", "--progress", "off",
            .. leavingOut.SelectMany(trait => new[] { "--filter-not-trait", $"{Repeats}={trait}" }),
        ])
        { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in surroundings)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
