using System.Diagnostics.CodeAnalysis;

/// <summary>What the runtime calls in the site's own process before its first line, so that it finds this assembly.</summary>
[SuppressMessage("Design", "MA0047:Declare types in namespaces", Justification = "The runtime looks for it by this name.")]
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime looks for it by this name.")]
internal static class StartupHook
{
    public static void Initialize() =>
        Environment.SetEnvironmentVariable("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", typeof(StartupHook).Assembly.GetName().Name);
}
