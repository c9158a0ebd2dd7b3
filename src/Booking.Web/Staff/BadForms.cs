using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Booking.Web;

/// <summary>How a staff page comes back when its form could not be used.</summary>
internal static class BadForms
{
    public static PageResult BadForm(this PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status400BadRequest;
        return page.Page();
    }

    /// <summary>Says it beside this field and in the summary, in place of what else was wrong with it.</summary>
    public static PageResult BadForm(this PageModel page, string field, string words)
    {
        page.ModelState.Remove(field);
        page.ModelState.AddModelError(field, words);
        return page.BadForm();
    }

    public static PageResult BadForm(this PageModel page, Refusal refusal) => page.BadForm("", refusal.Words);

    /// <summary>The form was good, but what it asks for cannot be any more.</summary>
    public static PageResult Conflict(this PageModel page, Refusal refusal)
    {
        page.ModelState.AddModelError("", refusal.Words);
        page.Response.StatusCode = StatusCodes.Status409Conflict;
        return page.Page();
    }
}
