using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Booking.Web;

/// <summary>A line of a menu, which says so when it leads to where we are.</summary>
[HtmlTargetElement("nav-item")]
public sealed class NavItemTagHelper : TagHelper
{
    public required string To { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var here = ViewContext.HttpContext.Request.Path.StartsWithSegments(To, StringComparison.OrdinalIgnoreCase);
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
