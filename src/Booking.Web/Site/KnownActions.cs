using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Booking.Web;

/// <summary>
/// Says 404 where an address names something that its page cannot do (?handler=...), or something is sent to a page that takes
/// nothing; 405 where it is asked by a verb that no page knows. The framework would show the page in its place, with nobody
/// having filled it in.
/// </summary>
internal sealed class KnownActions : IPageFilter
{
    private const string Name = "handler";
    private const string Verbs = "GET, HEAD, POST";

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // Whoever comes back to the address of a form that they sent, by the sign-in page or by hand, sees its page.
        var request = context.HttpContext.Request;
        var asked = request.Query[Name].ToString();
        var isKnown = asked.Length == 0 || context.ActionDescriptor.HandlerMethods.Any(
            action => string.Equals(action.Name, asked, StringComparison.OrdinalIgnoreCase));
        if (!IsAskedByBrowsers(request.Method))
        {
            context.HttpContext.Response.Headers.Allow = Verbs;
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
        else if (!isKnown || (context.HandlerMethod is null && HttpMethods.IsPost(request.Method)))
        {
            context.Result = new NotFoundResult();
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }

    private static bool IsAskedByBrowsers(string verb) =>
        HttpMethods.IsGet(verb) || HttpMethods.IsHead(verb) || HttpMethods.IsPost(verb);
}
