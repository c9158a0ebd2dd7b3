namespace Booking.Tests;

/// <summary>The source that this test was built from, as it lies on the disk.</summary>
internal static class House
{
    private static readonly string[] Made = ["bin", "obj", "lib", ".git", "artifacts"];

    /// <summary>The files of ours under a folder, by their path from the root; what is built or vendored is not ours.</summary>
    public static IEnumerable<(string Path, string[] Lines)> Files(string folder, params string[] endings) =>
        from file in Walk(new DirectoryInfo(Checkout.At(folder)))
        where endings.Contains(file.Extension)
        select (Path.GetRelativePath(Checkout.Root, file.FullName), File.ReadAllLines(file.FullName));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(
            folder.EnumerateDirectories().Where(inner => !Made.Contains(inner.Name)).SelectMany(Walk));
}
