using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Booking.Web;

/// <summary>A line of a menu, which says so when it leads to where we are.</summary>
[HtmlTargetElement("nav-item")]
public sealed class NavItemTagHelper : TagHelper
{
    public required string To { get; set; }

    /// <summary>Whether it leads to that page alone, and not to all that stands below its address.</summary>
    public bool Exactly { get; set; }

    /// <summary>Other addresses that belong to it, with a space between.</summary>
    public string With { get; set; } = "";

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var path = ViewContext.HttpContext.Request.Path;
        var here = Exactly
            ? path.Equals(To, StringComparison.OrdinalIgnoreCase)
            : With.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(To)
                .Any(address => path.StartsWithSegments(address, StringComparison.OrdinalIgnoreCase));
        var link = new TagBuilder("a") { Attributes = { ["href"] = To } };
        if (here)
        {
            link.Attributes["aria-current"] = "page";
        }

        output.TagName = "li";
        output.PreContent.AppendHtml(link.RenderStartTag());
        output.PostContent.AppendHtml(link.RenderEndTag());
    }
}
