using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Booking.Web.Tests;

/// <summary>A page as a visitor sees it.</summary>
public sealed partial class Page
{
    private Page(HttpStatusCode status, Uri address, IHtmlDocument document)
    {
        Status = status;
        Address = address;
        Document = document;
    }

    public HttpStatusCode Status { get; }

    /// <summary>Where the visitor ended up, after every redirect.</summary>
    public Uri Address { get; }

    public IHtmlDocument Document { get; }

    /// <summary>All the words of the page, with single spaces between them.</summary>
    public string Text => Words(Document.Body!);

    internal static async Task<Page> ReadAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        return new Page(answer.StatusCode, answer.RequestMessage!.RequestUri!, await new HtmlParser().ParseDocumentAsync(html));
    }

    internal static string Words(INode node) => Space().Replace(node.TextContent, " ").Trim();

    internal IElement Button(string words) =>
        Find<IElement>("button, input[type=submit]", words);

    /// <summary>
    /// The first element that says exactly this, or else the first that says it among other words; what stands in the middle
    /// of the page comes before what stands around it.
    /// </summary>
    internal TElement Find<TElement>(string selector, string words)
        where TElement : class, IElement
    {
        var all = Document.QuerySelectorAll(selector).OfType<TElement>()
            .OrderByDescending(element => element.Closest("main") is not null).ToList();
        return all.Find(element => Says(element) == words)
            ?? all.Find(element => Says(element).Contains(words, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"Nothing on {Address.AbsolutePath} says '{words}' ({(int)Status}): {Text}");
    }

    private static string Says(IElement element) =>
        element is IHtmlInputElement input ? input.Value : Words(element);

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
