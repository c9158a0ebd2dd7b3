namespace Booking.Tests;

/// <summary>The folder of the whole product that these tests were built in.</summary>
public static class Checkout
{
    public static string Root { get; } = FindRoot();

    /// <summary>"Debug" or "Release", as the tests were built.</summary>
    public static string Configuration { get; } =
        new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!.Name;

    public static string At(params string[] path) => Path.Combine([Root, .. path]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Booking.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Booking.sln is in no folder above the tests.");
    }
}
