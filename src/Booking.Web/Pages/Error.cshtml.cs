using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web.Pages;

/// <summary>What somebody reads when a page cannot be shown: why, what to do, and the clinic's telephone.</summary>
/// <remarks>It stands whatever else has fallen: no database, no sign-in, no form.</remarks>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorPage : PageModel
{
    public string Title { get; private set; } = "";

    public string Advice { get; private set; } = "";

    public void OnGet(int? code) => Explain(code);

    public void OnPost(int? code) => Explain(code);

    private void Explain(int? code)
    {
        // What was wrong with the form that failed is not wrong with this page.
        ModelState.Clear();
        (Title, Advice) = Words(code ?? Response.StatusCode);
    }

    private static (string Title, string Advice) Words(int code) => code switch
    {
        400 => ("That did not work", "We could not use what your browser sent. Nothing has changed. "
            + "Go back, load the page again and have another try."),
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
