using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Booking.Web;

/// <summary>
/// Says 404 where an address names something that its page cannot do (?handler=...), or something is sent to a page that takes
/// nothing. The framework would show the page in its place, with nobody having filled it in.
/// </summary>
internal sealed class KnownActions : IPageFilter
{
    private const string Name = "handler";

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var (request, found) = (context.HttpContext.Request, context.HandlerMethod);
        var asked = request.Query[Name].ToString();
        var isKnown = asked.Length == 0 || string.Equals(asked, found?.Name, StringComparison.OrdinalIgnoreCase);
        if (!isKnown || (found is null && HttpMethods.IsPost(request.Method)))
        {
            context.Result = new NotFoundResult();
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
