using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>What somebody reads when a page cannot be shown: why, what to do, and the clinic's telephone.</summary>
/// <remarks>It stands whatever else has fallen: no database, no sign-in, no form, and whatever was asked by whichever verb.</remarks>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorPage : PageModel
{
    public string Title { get; private set; } = "";

    public string Advice { get; private set; } = "";

    /// <summary>Whether it was a page of the staff's that cannot be shown.</summary>
    public bool IsForStaff { get; private set; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // What was wrong with the form that failed is not wrong with this page.
        ModelState.Clear();
        var code = int.TryParse($"{RouteData.Values["code"]}", CultureInfo.InvariantCulture, out var said) ? said : Response.StatusCode;
        IsForStaff = ErrorPages.AskedFor(HttpContext).StartsWithSegments("/staff", StringComparison.OrdinalIgnoreCase);
        (Title, Advice) = IsForStaff ? WordsForStaff(code) : Words(code);
    }

    private static (string Title, string Advice) WordsForStaff(int code) => code switch
    {
        400 or 405 or 415 => ("That did not work", "What your browser sent could not be used. Nothing has changed. "
            + "Go back, load the page again and have another try. If it goes on, allow this site its cookies."),
        401 or 403 => ("You can't open this page", "Your role does not include it. If it should, ask an administrator."),
        404 => ("There is no such page", "The link may be old, or what it was about is not there any more."),
        429 => ("Please wait a little", "There were many requests in a short time. Wait a minute, go back and try again."),
        503 => ("The diary can't be reached just now", "Nothing is lost. Try again in a few minutes; until then, use the printed day sheet."),
        _ => ("Sorry, something went wrong", "It is not your fault, and it has been written down. Look whether your last "
            + "change is there before you make it again."),
    };

    private static (string Title, string Advice) Words(int code) => code switch
    {
        400 or 405 or 415 => ("That did not work", "We could not use what your browser sent. Nothing has changed. "
            + "Go back, load the page again and have another try. If you read this again, your browser may be blocking cookies: "
            + "please allow them for this site, which needs a few to keep your time for you. Or ring us."),
        401 or 403 => ("You can't open this page", "It is only for some people at the clinic."),
        404 => ("We can't find that page", "The link may be old, or a letter may be missing. "
            + "If you typed it, please check it."),
        429 => ("Please wait a little", "We had many requests in a short time. Nothing is lost. "
            + "Wait a few minutes, go back and try again."),
        503 => ("We can't reach our diary just now", "Please try again in a few minutes, or ring us."),
        _ => ("Sorry, something went wrong", "It is our fault, not yours. We have been told. "
            + "Please try again in a few minutes."),
    };
}
