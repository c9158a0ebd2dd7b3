using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Booking.Web;

/// <summary>One question of a form: its label, hint, error and box, tied together for eyes and for screen readers.</summary>
/// <remarks>Any other attribute (type, autocomplete, inputmode, class, maxlength) goes to the box.</remarks>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IHtmlGenerator html) : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>More than one line makes the box a text area.</summary>
    public int Rows { get; set; } = 1;

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    private string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    private string Id => TagBuilder.CreateSanitizedId(Name, "_");

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var error = ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.Errors is [var first, ..]
            ? first.ErrorMessage
            : null;
        var box = output.Attributes.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal);
        var described = string.Join(' ', Described(error));
        if (described.Length > 0)
        {
            box["aria-describedby"] = described;
        }

        if (error is not null)
        {
            box["aria-invalid"] = "true";
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", error is null ? "field" : "field wrong");
        output.Content.AppendHtml(Tag("label", "for", Id, Label));
        Say(output.Content, "hint", Hint);
        Say(output.Content, "error", error);
        output.Content.AppendHtml(Box(box));
    }

    private IEnumerable<string> Described(string? error)
    {
        if (Hint is not null)
        {
            yield return $"{Id}-hint";
        }

        if (error is not null)
        {
            yield return $"{Id}-error";
        }
    }

    private void Say(TagHelperContent content, string kind, string? words)
    {
        if (words is not null)
        {
            var line = Tag("p", "id", $"{Id}-{kind}", words);
            line.AddCssClass(kind);
            content.AppendHtml(line);
        }
    }

    // A password that was typed never goes back in a page.
    private TagBuilder Box(Dictionary<string, object> attributes)
    {
        if (Rows > 1)
        {
            return html.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, Rows, 0, attributes);
        }

        return attributes.TryGetValue("type", out var type) && type.ToString() == "password"
            ? html.GeneratePassword(ViewContext, For.ModelExplorer, For.Name, value: null, attributes)
            : html.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, For.Model, For.Metadata.EditFormatString, attributes);
    }

    private static TagBuilder Tag(string name, string attribute, string value, string words)
    {
        var tag = new TagBuilder(name) { Attributes = { [attribute] = value } };
        tag.InnerHtml.Append(words);
        return tag;
    }
}
