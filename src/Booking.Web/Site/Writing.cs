using System.Collections.Frozen;

namespace Booking.Web;

/// <summary>Everything the clinic has written for its site (the Content folder), read once.</summary>
public sealed class Writing(IHostEnvironment environment)
{
    private readonly FrozenDictionary<string, Article> _articles = Directory
        .EnumerateFiles(Path.Combine(environment.ContentRootPath, "Content"), "*.md")
        .ToFrozenDictionary(file => Path.GetFileNameWithoutExtension(file), file => Article.Read(File.ReadAllText(file)));

    public Article this[string slug] => _articles[slug];
}
