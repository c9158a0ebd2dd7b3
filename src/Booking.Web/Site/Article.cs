using Markdig;

namespace Booking.Web;

/// <summary>A piece of the clinic's own writing: a title, one paragraph that leads in, and the rest.</summary>
public sealed record Article(string Title, string Lead, string Body)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseCustomContainers()
        .UseGenericAttributes()
        .Build();

    /// <summary>Reads Markdown that starts with "# Title" and a plain paragraph.</summary>
    public static Article Read(string markdown)
    {
        var text = markdown.ReplaceLineEndings("\n");
        if (text.Split("\n\n", 3) is not [['#', ' ', .. var title], var lead, var rest])
        {
            throw new FormatException("Writing starts with a line '# Title', an empty line, a paragraph and an empty line.");
        }

        return new Article(title, lead.ReplaceLineEndings(" "), Markdown.ToHtml(rest, Pipeline));
    }

    /// <summary>The same with what the clinic has settled put where the writing has a word for it, for example "[visit]".</summary>
    public Article With(params (string Word, string Html)[] settled) => this with
    {
        Body = settled.Aggregate(Body, (body, item) => body.Replace(item.Word, item.Html, StringComparison.Ordinal)),
    };
}
